import { AcceptedInvitation, JoinOrganization } from '@dhanman/contracts';
import { type Caller, CurrentCaller, Idempotency, Returns, SignedIn } from '@dhanman/platform';
import { Body, Controller, Post } from '@nestjs/common';
import { AccountService } from '../identity/account.service.js';
import { AcceptInvitationService } from './accept-invitation.service.js';

@Controller('api/v1/me/memberships')
export class JoiningController {
  constructor(
    private readonly account: AccountService,
    private readonly acceptance: AcceptInvitationService,
  ) {}

  @Post()
  @SignedIn()
  @Idempotency({ off: 'an invitation can be accepted once, whoever sends it again' })
  @Returns(AcceptedInvitation, 201)
  join(
    @Body({ schema: JoinOrganization }) { token }: JoinOrganization,
    @CurrentCaller() caller: Caller,
  ): Promise<AcceptedInvitation> {
    return this.acceptance.join(this.account.personOf(caller), token);
  }
}
