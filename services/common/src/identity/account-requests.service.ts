import { type AccountRequest, AnswerAccountRequest } from '@dhanman/contracts';
import { publish } from '@dhanman/messaging';
import { Database } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import { noOrganization } from '../people/person.js';
import { LockoutsService } from './lockouts.service.js';
import { SealService } from './seal.service.js';

export const requestContext = 'account request';

/**
 * "Send me a new password": the same work and the same answer for every address, known or not. What is to be done is
 * decided later, by a job. Too many of them from one network are refused, or anybody could fill a mailbox.
 */
@Injectable()
export class AccountRequestsService {
  constructor(
    private readonly db: Database,
    private readonly lockouts: LockoutsService,
    private readonly seal: SealService,
  ) {}

  async ask({ email, mail }: AccountRequest, network: string): Promise<void> {
    await this.lockouts.attempt({ account: `${mail} ${email}`, network });
    const address = this.seal.seal(email, requestContext);
    await this.db.transaction(noOrganization, (tx) => publish(tx, AnswerAccountRequest, { mail, address }));
  }
}
