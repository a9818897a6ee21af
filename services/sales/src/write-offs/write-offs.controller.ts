import {
  CorrectWriteOff,
  CreateWriteOff,
  Id,
  ListWriteOffs,
  WriteOffDto,
  WriteOffPage,
  UndoWriteOff,
} from '@dhanman/contracts';
import { type Actor, CurrentActor, Requires, Returns } from '@dhanman/platform';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { WriteOffId } from './write-off.js';
import { WriteOffsQueries } from './write-offs.queries.js';
import { WriteOffsService } from './write-offs.service.js';

@Controller('api/v1/companies/:companyId/write-offs')
export class WriteOffsController {
  constructor(
    private readonly writeOffs: WriteOffsService,
    private readonly queries: WriteOffsQueries,
  ) {}

  @Post()
  @Requires('dhanman.sales.write-off.create')
  @Returns(WriteOffDto, 201)
  async create(
    @Body({ schema: CreateWriteOff }) details: CreateWriteOff,
    @CurrentActor() actor: Actor,
  ): Promise<WriteOffDto> {
    return this.queries.get(actor, (await this.writeOffs.write(actor, details)).id);
  }

  @Get()
  @Requires('dhanman.sales.write-off.read')
  @Returns(WriteOffPage)
  list(
    @Query({ schema: ListWriteOffs }) query: ListWriteOffs,
    @CurrentActor() actor: Actor,
  ): Promise<WriteOffPage> {
    return this.queries.list(actor, query);
  }

  @Get(':id')
  @Requires('dhanman.sales.write-off.read')
  @Returns(WriteOffDto)
  get(@Param('id', { schema: Id }) id: WriteOffId, @CurrentActor() actor: Actor): Promise<WriteOffDto> {
    return this.queries.get(actor, id);
  }

  @Post(':id/correct')
  @Requires('dhanman.sales.write-off.create')
  @Returns(WriteOffDto)
  async correct(
    @Param('id', { schema: Id }) id: WriteOffId,
    @Body({ schema: CorrectWriteOff }) correction: CorrectWriteOff,
    @CurrentActor() actor: Actor,
  ): Promise<WriteOffDto> {
    await this.writeOffs.correct(actor, id, correction);
    return this.queries.get(actor, id);
  }

  @Post(':id/undo')
  @Requires('dhanman.sales.write-off.undo')
  @Returns(WriteOffDto)
  async undo(
    @Param('id', { schema: Id }) id: WriteOffId,
    @Body({ schema: UndoWriteOff }) undoing: UndoWriteOff,
    @CurrentActor() actor: Actor,
  ): Promise<WriteOffDto> {
    await this.writeOffs.undo(actor, id, undoing);
    return this.queries.get(actor, id);
  }
}
