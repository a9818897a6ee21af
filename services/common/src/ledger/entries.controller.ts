import {
  EntryDto,
  EntryPage,
  EntryPosted,
  EntryWhy,
  Id,
  ListEntries,
  ReverseEntry,
} from '@dhanman/contracts';
import { type Id as EntryId, PlainDate } from '@dhanman/kernel';
import { type Actor, CurrentActor, Requires, Returns } from '@dhanman/platform';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { EntriesQueries } from './entries.queries.js';
import { ReversalsService } from './reversals.service.js';

@Controller('api/v1/companies/:companyId/entries')
export class EntriesController {
  constructor(
    private readonly queries: EntriesQueries,
    private readonly reversals: ReversalsService,
  ) {}

  @Get()
  @Requires('dhanman.common.entry.read')
  @Returns(EntryPage)
  list(@Query({ schema: ListEntries }) query: ListEntries, @CurrentActor() actor: Actor): Promise<EntryPage> {
    return this.queries.list(actor, query);
  }

  @Get(':entryId')
  @Requires('dhanman.common.entry.read')
  @Returns(EntryDto)
  get(@Param('entryId', { schema: Id }) id: EntryId, @CurrentActor() actor: Actor): Promise<EntryDto> {
    return this.queries.get(actor, id);
  }

  @Get(':entryId/why')
  @Requires('dhanman.common.entry.read')
  @Returns(EntryWhy)
  why(@Param('entryId', { schema: Id }) id: EntryId, @CurrentActor() actor: Actor): Promise<EntryWhy> {
    return this.queries.why(actor, id);
  }

  @Post(':entryId/reverse')
  @Requires('dhanman.common.entry.reverse')
  @Returns(EntryPosted, 201)
  reverse(
    @Param('entryId', { schema: Id }) id: EntryId,
    @Body({ schema: ReverseEntry }) { on, reason }: ReverseEntry,
    @CurrentActor() actor: Actor,
  ): Promise<EntryPosted> {
    return this.reversals.reverseByHand(actor, id, { on: PlainDate.parse(on), reason });
  }
}
