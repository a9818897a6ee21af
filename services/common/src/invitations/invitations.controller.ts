import {
  AcceptedInvitation,
  AcceptInvitation,
  Id,
  InvitationDto,
  InvitationPage,
  InviteMember,
  ListMemberships,
} from '@dhanman/contracts';
import { type Actor, CurrentActor, Idempotency, Public, Requires, Returns } from '@dhanman/platform';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { InvitationId } from './invitation.js';
import { InvitationsQueries } from './invitations.queries.js';
import { InvitationsService } from './invitations.service.js';

@Controller('api/v1/invitations')
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly queries: InvitationsQueries,
  ) {}

  @Post()
  @Requires('dhanman.common.membership.invite')
  @Returns(InvitationDto, 201)
  async invite(
    @Body({ schema: InviteMember }) details: InviteMember,
    @CurrentActor() actor: Actor,
  ): Promise<InvitationDto> {
    return this.queries.toDto(await this.invitations.invite(actor, details));
  }

  @Get()
  @Requires('dhanman.common.membership.read')
  @Returns(InvitationPage)
  list(
    @Query({ schema: ListMemberships }) query: ListMemberships,
    @CurrentActor() actor: Actor,
  ): Promise<InvitationPage> {
    return this.queries.list(actor, query);
  }

  @Post(':id/withdraw')
  @Requires('dhanman.common.membership.invite')
  @Returns(InvitationDto)
  async withdraw(
    @Param('id', { schema: Id }) id: InvitationId,
    @CurrentActor() actor: Actor,
  ): Promise<InvitationDto> {
    return this.queries.toDto(await this.invitations.withdraw(actor, id));
  }

  @Post('accept')
  @Public()
  @Idempotency({ off: 'an invitation can be accepted once, whoever sends it again' })
  @Returns(AcceptedInvitation)
  accept(@Body({ schema: AcceptInvitation }) acceptance: AcceptInvitation): Promise<AcceptedInvitation> {
    return this.invitations.accept(acceptance);
  }
}
