import { CreateRole, Id, PatchRole, RoleDto, RoleList } from '@dhanman/contracts';
import { type Actor, CurrentActor, Requires, Returns, StandIns, versionIn } from '@dhanman/platform';
import { Body, Controller, Delete, Get, Headers, Param, Patch, Post } from '@nestjs/common';
import type { RoleId } from './role.js';
import { RolesQueries, toDto } from './roles.queries.js';
import { RolesService } from './roles.service.js';

@Controller('api/v1/roles')
export class RolesController {
  constructor(
    private readonly roles: RolesService,
    private readonly queries: RolesQueries,
  ) {}

  @Post()
  @Requires('dhanman.common.role.create')
  @StandIns('refused')
  @Returns(RoleDto, 201)
  async create(
    @Body({ schema: CreateRole }) details: CreateRole,
    @CurrentActor() actor: Actor,
  ): Promise<RoleDto> {
    return toDto(await this.roles.create(actor, details));
  }

  @Get()
  @Requires('dhanman.common.role.read')
  @Returns(RoleList)
  list(@CurrentActor() actor: Actor): Promise<RoleList> {
    return this.queries.list(actor);
  }

  @Patch(':id')
  @Requires('dhanman.common.role.update')
  @StandIns('refused')
  @Returns(RoleDto)
  async patch(
    @Param('id', { schema: Id }) id: RoleId,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: PatchRole }) patch: PatchRole,
    @CurrentActor() actor: Actor,
  ): Promise<RoleDto> {
    return toDto(await this.roles.patch(actor, id, versionIn(ifMatch), patch));
  }

  @Delete(':id')
  @Requires('dhanman.common.role.remove')
  @StandIns('refused')
  @Returns(null)
  async remove(@Param('id', { schema: Id }) id: RoleId, @CurrentActor() actor: Actor): Promise<void> {
    await this.roles.remove(actor, id);
  }
}
