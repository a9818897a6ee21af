import {
  AcceptedInvitation,
  AcceptInvitation,
  Id,
  InvitationDto,
  InvitationOffer,
  InvitationPage,
  InviteMember,
  ListMemberships,
  LookAtInvitation,
} from '@dhanman/contracts';
import {
  type Actor,
  CurrentActor,
  Idempotency,
  Public,
  Requires,
  Returns,
  StandIns,
} from '@dhanman/platform';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { InvitationId } from './invitation.js';
import { AcceptInvitationService } from './accept-invitation.service.js';
import { InvitationsQueries } from './invitations.queries.js';
import { InvitationsService } from './invitations.service.js';

@Controller('api/v1/invitations')
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly acceptance: AcceptInvitationService,
    private readonly queries: InvitationsQueries,
  ) {}

  @Post()
  @Requires('dhanman.common.membership.invite')
  @StandIns('refused')
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
  @StandIns('refused')
  @Returns(InvitationDto)
  async withdraw(
    @Param('id', { schema: Id }) id: InvitationId,
    @CurrentActor() actor: Actor,
  ): Promise<InvitationDto> {
    return this.queries.toDto(await this.invitations.withdraw(actor, id));
  }

  @Post(':id/send-again')
  @Requires('dhanman.common.membership.invite')
  @StandIns('refused')
  @Returns(InvitationDto)
  async sendAgain(
    @Param('id', { schema: Id }) id: InvitationId,
    @CurrentActor() actor: Actor,
  ): Promise<InvitationDto> {
    return this.queries.toDto(await this.invitations.sendAgain(actor, id));
  }

  @Post('look')
  @Public()
  @Idempotency({ off: 'looking changes nothing; it is a POST because the text of a link is for no log' })
  @Returns(InvitationOffer, 200)
  look(@Body({ schema: LookAtInvitation }) { token }: LookAtInvitation): Promise<InvitationOffer> {
    return this.queries.offer(token);
  }

  @Post('accept')
  @Public()
  @Idempotency({ off: 'an invitation can be accepted once, whoever sends it again' })
  @Returns(AcceptedInvitation)
  accept(@Body({ schema: AcceptInvitation }) acceptance: AcceptInvitation): Promise<AcceptedInvitation> {
    return this.acceptance.accept(acceptance);
  }
}
