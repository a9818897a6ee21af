import { BranchDto, BranchPage, CreateBranch, Id, ListBranches, PatchBranch } from '@dhanman/contracts';
import { type Actor, CurrentActor, Requires, Returns, versionIn } from '@dhanman/platform';
import { Body, Controller, Get, Headers, Param, Patch, Post, Query } from '@nestjs/common';
import type { BranchId } from './branch.js';
import { BranchesQueries, toDto } from './branches.queries.js';
import { BranchesService } from './branches.service.js';

@Controller('api/v1/companies/:companyId/branches')
export class BranchesController {
  constructor(
    private readonly branches: BranchesService,
    private readonly queries: BranchesQueries,
  ) {}

  @Post()
  @Requires('dhanman.common.branch.create')
  @Returns(BranchDto, 201)
  async create(
    @Body({ schema: CreateBranch }) details: CreateBranch,
    @CurrentActor() actor: Actor,
  ): Promise<BranchDto> {
    return toDto(await this.branches.create(actor, details));
  }

  @Get()
  @Requires('dhanman.common.branch.read')
  @Returns(BranchPage)
  list(
    @Query({ schema: ListBranches }) query: ListBranches,
    @CurrentActor() actor: Actor,
  ): Promise<BranchPage> {
    return this.queries.list(actor, query);
  }

  @Get(':id')
  @Requires('dhanman.common.branch.read')
  @Returns(BranchDto)
  get(@Param('id', { schema: Id }) id: BranchId, @CurrentActor() actor: Actor): Promise<BranchDto> {
    return this.queries.get(actor, id);
  }

  @Patch(':id')
  @Requires('dhanman.common.branch.update')
  @Returns(BranchDto)
  async patch(
    @Param('id', { schema: Id }) id: BranchId,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: PatchBranch }) patch: PatchBranch,
    @CurrentActor() actor: Actor,
  ): Promise<BranchDto> {
    return toDto(await this.branches.patch(actor, id, versionIn(ifMatch), patch));
  }
}
