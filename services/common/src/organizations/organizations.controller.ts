import { CloseOrganization, Id, OrganizationDto, PatchOrganization } from '@dhanman/contracts';
import type { Id as IdText } from '@dhanman/kernel';
import { type Actor, CurrentActor, Requires, Returns, versionIn } from '@dhanman/platform';
import { Body, Controller, Get, Headers, Param, Patch, Post } from '@nestjs/common';
import { OrganizationsQueries, toDto } from './organizations.queries.js';
import { OrganizationsService } from './organizations.service.js';

@Controller('api/v1/organizations/:id')
export class OrganizationsController {
  constructor(
    private readonly organizations: OrganizationsService,
    private readonly queries: OrganizationsQueries,
  ) {}

  @Get()
  @Requires('dhanman.common.organization.read')
  @Returns(OrganizationDto)
  get(@Param('id', { schema: Id }) id: IdText, @CurrentActor() actor: Actor): Promise<OrganizationDto> {
    return this.queries.get(actor, id);
  }

  @Patch()
  @Requires('dhanman.common.organization.update')
  @Returns(OrganizationDto)
  async patch(
    @Param('id', { schema: Id }) id: IdText,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: PatchOrganization }) patch: PatchOrganization,
    @CurrentActor() actor: Actor,
  ): Promise<OrganizationDto> {
    return toDto(await this.organizations.patch(actor, id, versionIn(ifMatch), patch));
  }

  @Post('close')
  @Requires('dhanman.common.organization.close')
  @Returns(OrganizationDto)
  async close(
    @Param('id', { schema: Id }) id: IdText,
    @Body({ schema: CloseOrganization }) { name }: CloseOrganization,
    @CurrentActor() actor: Actor,
  ): Promise<OrganizationDto> {
    return toDto(await this.organizations.close(actor, id, name));
  }
}
