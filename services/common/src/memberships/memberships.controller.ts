import {
  ExternalIdentity,
  Id,
  ListMemberships,
  MembershipDto,
  MembershipPage,
  PatchMembership,
} from '@dhanman/contracts';
import {
  type Actor,
  AuditsList,
  AuditsRead,
  CurrentActor,
  Requires,
  Returns,
  StandIns,
  versionIn,
} from '@dhanman/platform';
import { Body, Controller, Get, Headers, Param, Patch, Post, Query } from '@nestjs/common';
import { IdentitiesService } from './identities.service.js';
import type { MembershipId } from './membership.js';
import { MembershipsQueries } from './memberships.queries.js';
import { MembershipsService } from './memberships.service.js';

@Controller('api/v1/memberships')
export class MembershipsController {
  constructor(
    private readonly memberships: MembershipsService,
    private readonly identities: IdentitiesService,
    private readonly queries: MembershipsQueries,
  ) {}

  @Get()
  @Requires('dhanman.common.membership.read')
  @AuditsList('membership')
  @Returns(MembershipPage)
  list(
    @Query({ schema: ListMemberships }) query: ListMemberships,
    @CurrentActor() actor: Actor,
  ): Promise<MembershipPage> {
    return this.queries.list(actor, query);
  }

  @Get(':id')
  @Requires('dhanman.common.membership.read')
  @AuditsRead('membership', { oncePer: 'minute' })
  @Returns(MembershipDto)
  get(@Param('id', { schema: Id }) id: MembershipId, @CurrentActor() actor: Actor): Promise<MembershipDto> {
    return this.queries.get(actor, id);
  }

  @Patch(':id')
  @Requires('dhanman.common.membership.change')
  @StandIns('refused')
  @Returns(MembershipDto)
  async patch(
    @Param('id', { schema: Id }) id: MembershipId,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: PatchMembership }) { grants }: PatchMembership,
    @CurrentActor() actor: Actor,
  ): Promise<MembershipDto> {
    await this.memberships.change(actor, id, versionIn(ifMatch), grants);
    return this.queries.get(actor, id);
  }

  @Post(':id/link')
  @Requires('dhanman.common.membership.link')
  @StandIns('refused')
  @Returns(MembershipDto)
  async link(
    @Param('id', { schema: Id }) id: MembershipId,
    @Body({ schema: ExternalIdentity }) identity: ExternalIdentity,
    @CurrentActor() actor: Actor,
  ): Promise<MembershipDto> {
    await this.identities.link(actor, id, identity);
    return this.queries.get(actor, id);
  }

  @Post(':id/unlink')
  @Requires('dhanman.common.membership.link')
  @StandIns('refused')
  @Returns(MembershipDto)
  async unlink(
    @Param('id', { schema: Id }) id: MembershipId,
    @Body({ schema: ExternalIdentity }) identity: ExternalIdentity,
    @CurrentActor() actor: Actor,
  ): Promise<MembershipDto> {
    await this.identities.unlink(actor, id, identity);
    return this.queries.get(actor, id);
  }

  @Post(':id/revoke')
  @Requires('dhanman.common.membership.revoke')
  @StandIns('refused')
  @Returns(MembershipDto)
  async revoke(
    @Param('id', { schema: Id }) id: MembershipId,
    @CurrentActor() actor: Actor,
  ): Promise<MembershipDto> {
    await this.memberships.revoke(actor, id);
    return this.queries.get(actor, id);
  }

  @Post(':id/restore')
  @Requires('dhanman.common.membership.change')
  @StandIns('refused')
  @Returns(MembershipDto)
  async restore(
    @Param('id', { schema: Id }) id: MembershipId,
    @CurrentActor() actor: Actor,
  ): Promise<MembershipDto> {
    await this.memberships.restore(actor, id);
    return this.queries.get(actor, id);
  }
}
