import { SendAccountMail } from '@dhanman/contracts';
import { Clock, DomainError } from '@dhanman/kernel';
import { publish } from '@dhanman/messaging';
import { Database } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type PasswordHash, PeopleService } from '../people/people.service.js';
import { noOrganization, type Person, type PersonId } from '../people/person.js';
import { MailLinksService } from './mail-links.service.js';
import type { LinkPurpose } from './mail-link.js';
import type { Owner } from './password-policy.js';
import { PasswordsService } from './passwords.service.js';
import { SessionsService } from './sessions.service.js';

export class PasswordWrong extends DomainError {
  constructor() {
    super('forbidden', 'password-wrong', 'This is not your present password.', { field: 'currentPassword' });
  }
}

/** Passwords and proofs of addresses: everything that decides who may call themselves a person. */
@Injectable()
export class CredentialsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly people: PeopleService,
    private readonly passwords: PasswordsService,
    private readonly links: MailLinksService,
    private readonly sessions: SessionsService,
  ) {}

  /** After somebody signed up: they choose their password by the mail, or learn that they have one already. */
  async welcome(tx: EntityManager, { id, isActive }: Person): Promise<void> {
    if (isActive) {
      await publish(tx, SendAccountMail, { mail: 'already-registered', personId: id });
      return;
    }
    const linkId = await this.links.make(tx, 'invitation', id);
    await publish(tx, SendAccountMail, { mail: 'welcome', personId: id, linkId });
  }

  async verifyAddress(token: string): Promise<void> {
    await this.db.transaction(noOrganization, async (tx) => {
      const id = await this.links.redeem(tx, 'verify-address', token);
      await this.people.verify(tx, id, this.clock.now());
    });
  }

  /** Whoever reads the mail of the address chooses the password; whatever was set before them is gone. */
  async choosePassword(
    purpose: 'invitation' | 'reset-password',
    token: string,
    password: string,
    name?: string,
  ): Promise<void> {
    const owner = await this.ownerOf(purpose, token);
    const hash = await this.passwords.hash(password, owner);
    await this.db.transaction(noOrganization, async (tx) => {
      const id = await this.links.redeem(tx, purpose, token);
      await this.open(tx, id, { hash, name });
    });
  }

  /** Refused with the reason when it is too easy to guess. */
  hash(password: string, owner: Owner): Promise<PasswordHash> {
    return this.passwords.hash(password, owner);
  }

  /** For who has just proven that they read the mail of the address. */
  async open(
    tx: EntityManager,
    id: PersonId,
    { hash, name }: { readonly hash: PasswordHash; readonly name?: string | undefined },
  ): Promise<void> {
    await this.people.verify(tx, id, this.clock.now());
    if (name !== undefined) await this.people.rename(tx, id, name);
    await this.replacePassword(tx, id, hash);
    await this.sessions.endAll(tx, id);
  }

  /** Other sessions end; the one that asked goes on. */
  async changePassword(id: PersonId, password: string, session: string | undefined): Promise<void> {
    const person = await this.db.read(noOrganization, (tx) => this.people.profile(tx, id));
    const hash = await this.passwords.hash(password, person);
    await this.db.transaction(noOrganization, async (tx) => {
      await this.replacePassword(tx, id, hash);
      await this.sessions.endAll(tx, id, session);
    });
  }

  /** That the person knows their present password; `count` refuses when it was tried too often. */
  async prove(id: PersonId, password: string, count: () => Promise<void>): Promise<void> {
    const isRight = await this.passwords.matches(password, async () => {
      await count();
      return this.hashOf(id);
    });
    if (!isRight) throw new PasswordWrong();
  }

  /** A first look, so that a password is not hashed for a link that does not work. */
  private async ownerOf(purpose: LinkPurpose, token: string): Promise<Person> {
    return this.db.read(noOrganization, async (tx) =>
      this.people.profile(tx, await this.links.ownerOf(tx, purpose, token)),
    );
  }

  private async replacePassword(tx: EntityManager, id: PersonId, hash: PasswordHash): Promise<void> {
    const [stored] = await tx.query<{ isFirst: boolean }[]>(
      `insert into person_password (person_id, hash, changed_at) values ($1, $2, $3)
       on conflict (person_id) do update set hash = excluded.hash, changed_at = excluded.changed_at
       returning xmax = 0 as "isFirst"`,
      [id, hash, this.clock.now()],
    );
    if (stored?.isFirst !== true)
      await publish(tx, SendAccountMail, { mail: 'password-changed', personId: id });
  }

  private async hashOf(id: PersonId): Promise<string | undefined> {
    const sql = 'select hash from person_password where person_id = $1';
    return (await this.db.query<{ hash: string }>(sql, [id]))[0]?.hash;
  }
}
