import {
  AnswerAccountRequest,
  type Message,
  SendAccountMail,
  TellOfClosedAccount,
  TellOfIdentity,
  TellOfPersonalToken,
} from '@dhanman/contracts';
import type { Id } from '@dhanman/kernel';
import { publish } from '@dhanman/messaging';
import { Database, Job, Mails } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import { CommonConfig } from '../config.js';
import { PeopleService } from '../people/people.service.js';
import { noOrganization, type Person, type PersonId } from '../people/person.js';
import { textOf } from './account-mail.js';
import type { AccountMail, MailFacts } from './account-mail-words.js';
import { requestContext } from './account-requests.service.js';
import type { LinkPurpose } from './mail-link.js';
import { MailLinksService } from './mail-links.service.js';
import { SealService } from './seal.service.js';

type RequestedMail = 'verify-address' | 'reset-password';

/** Mails are sent here, outside any transaction: a mail server that is slow or away holds up nobody. */
@Injectable()
export class AccountMailJobs {
  constructor(
    private readonly db: Database,
    private readonly people: PeopleService,
    private readonly links: MailLinksService,
    private readonly mails: Mails,
    private readonly seal: SealService,
    private readonly config: CommonConfig,
  ) {}

  @Job(SendAccountMail)
  async send({ envelope, payload }: Message<typeof SendAccountMail>): Promise<void> {
    await this.write(payload.personId, envelope.messageId, payload.mail, { link: this.linkFor(payload) });
  }

  @Job(TellOfIdentity)
  async tell({ envelope, payload }: Message<typeof TellOfIdentity>): Promise<void> {
    const { turn, personId, organization, issuer } = payload;
    await this.write(personId, envelope.messageId, `identity-${turn}`, { organization, issuer });
  }

  @Job(TellOfPersonalToken)
  async tellOfToken({ envelope, payload }: Message<typeof TellOfPersonalToken>): Promise<void> {
    const { personId, ...about } = payload;
    await this.write(personId, envelope.messageId, 'token-made', about);
  }

  @Job(TellOfClosedAccount)
  async tellClosed({ envelope, payload }: Message<typeof TellOfClosedAccount>): Promise<void> {
    await this.write(payload.personId, envelope.messageId, 'account-closed', {});
  }

  /** The one place that knows whether an asked-for address exists; whoever asked has their answer already. */
  @Job(AnswerAccountRequest)
  async answer({ payload: { mail, address } }: Message<typeof AnswerAccountRequest>): Promise<void> {
    const email = this.seal.open(address, requestContext);
    await this.db.transaction(noOrganization, async (tx) => {
      const person = await this.people.findByEmail(tx, email);
      if (!person || !isDue(mail, person)) return;
      const linkId = await this.links.make(tx, mail, person.id);
      await publish(tx, SendAccountMail, { mail, personId: person.id, linkId });
    });
  }

  private async write(
    to: Id,
    id: string,
    mail: AccountMail,
    about: Partial<Omit<MailFacts, 'name' | 'app'>>,
  ): Promise<void> {
    const { name, email, language, status } = await this.db.read(noOrganization, (tx) =>
      this.people.profile(tx, to as PersonId),
    );
    if (status === 'deactivated' && mail !== 'account-closed') return;
    const facts = { link: '', ...about, name, app: this.config.APP_URL };
    await this.mails.send({ ...textOf(mail, language, facts), to: email, id });
  }

  private linkFor({
    mail,
    linkId,
  }: {
    readonly mail: AccountMail;
    readonly linkId?: string | undefined;
  }): string {
    const purpose = purposes[mail];
    return linkId === undefined || purpose === undefined ? '' : this.links.addressOf(purpose, linkId as Id);
  }
}

/** For which page the link of a mail is; the others have none. */
const purposes: Readonly<Partial<Record<AccountMail, LinkPurpose>>> = {
  welcome: 'invitation',
  invitation: 'invitation',
  'verify-address': 'verify-address',
  'reset-password': 'reset-password',
};

/** Who has proven their address needs no proof; whoever is deactivated gets nothing. */
function isDue(mail: RequestedMail, { status }: Person): boolean {
  return mail === 'verify-address' ? status === 'invited' : status !== 'deactivated';
}
