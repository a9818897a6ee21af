import { CloseAccount } from '@dhanman/contracts';
import { type Caller, CurrentCaller, Idempotency, Returns, SignedIn } from '@dhanman/platform';
import { Body, Controller, Post } from '@nestjs/common';
import { AccountService } from '../identity/account.service.js';
import { DeactivationsService } from './deactivations.service.js';

/** Somebody who is signed in closes their own account. */
@Controller('api/v1/me/closings')
export class ClosedAccountsController {
  constructor(
    private readonly account: AccountService,
    private readonly deactivations: DeactivationsService,
  ) {}

  @Post()
  @SignedIn()
  @Idempotency({ off: 'whoever has closed their account cannot ask again' })
  @Returns(null)
  async closeAccount(
    @Body({ schema: CloseAccount }) { currentPassword }: CloseAccount,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    const { id } = await this.account.proven(caller, currentPassword);
    await this.deactivations.close(id);
  }
}
