import { AccountRequest, AddressVerification, InvitationAcceptance, PasswordReset } from '@dhanman/contracts';
import { type Browser, CurrentBrowser, Idempotency, Public, Returns } from '@dhanman/platform';
import { Body, Controller, Post } from '@nestjs/common';
import { AccountRequestsService } from './account-requests.service.js';
import { CredentialsService } from './credentials.service.js';

/** For people who are not signed in: asking for a mail, and following its link. */
@Controller('api/v1/identity')
export class AccountsController {
  constructor(
    private readonly requests: AccountRequestsService,
    private readonly credentials: CredentialsService,
  ) {}

  @Post('account-requests')
  @Public()
  @Idempotency({ off: 'asking again sends at most one more mail, and only so many an hour' })
  @Returns(null)
  async request(
    @Body({ schema: AccountRequest }) request: AccountRequest,
    @CurrentBrowser() { network }: Browser,
  ): Promise<void> {
    await this.requests.ask(request, network);
  }

  @Post('address-verifications')
  @Public()
  @Idempotency({ off: 'a link works once, and an address that is verified stays so' })
  @Returns(null)
  async verifyAddress(@Body({ schema: AddressVerification }) { token }: AddressVerification): Promise<void> {
    await this.credentials.verifyAddress(token);
  }

  @Post('password-resets')
  @Public()
  @Idempotency({ off: 'a link works once' })
  @Returns(null)
  async resetPassword(@Body({ schema: PasswordReset }) { token, password }: PasswordReset): Promise<void> {
    await this.credentials.choosePassword('reset-password', token, password);
  }

  @Post('invitation-acceptances')
  @Public()
  @Idempotency({ off: 'a link works once' })
  @Returns(null)
  async acceptInvitation(
    @Body({ schema: InvitationAcceptance }) { token, password, name }: InvitationAcceptance,
  ): Promise<void> {
    await this.credentials.choosePassword('invitation', token, password, name);
  }
}
