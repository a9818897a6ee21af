import { createHash } from 'node:crypto';
import { Clock, type Id, newId } from '@dhanman/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CommonConfig } from '../config.js';
import type { PersonId } from '../people/person.js';
import { expiryOf, LinkNotValid, type LinkPurpose, pageOf } from './mail-link.js';
import { SealService } from './seal.service.js';

/** Links in mails: each works once, for a while, and only its hash is stored. */
@Injectable()
export class MailLinksService {
  constructor(
    private readonly config: CommonConfig,
    private readonly clock: Clock,
    private readonly seal: SealService,
  ) {}

  /** A new link. The ones sent before for the same purpose stop working: only the last mail counts. */
  async make(tx: EntityManager, purpose: LinkPurpose, personId: PersonId): Promise<Id> {
    const id = newId<'MailLink'>();
    await tx.query('delete from mail_link where person_id = $1 and purpose = $2', [personId, purpose]);
    await tx.query(
      'insert into mail_link (id, person_id, purpose, hash, expires_at) values ($1, $2, $3, $4, $5)',
      [id, personId, purpose, hashOf(this.tokenOf(id)), expiryOf(purpose, this.clock.now())],
    );
    return id;
  }

  /** The address as it stands in the mail. Made when the mail is written, so that it lies in no table and no queue. */
  addressOf(purpose: LinkPurpose, id: Id): string {
    return new URL(pageOf(purpose) + this.tokenOf(id), this.config.APP_URL).href;
  }

  /** Uses the link up and says whose it is. */
  async redeem(tx: EntityManager, purpose: LinkPurpose, token: string): Promise<PersonId> {
    const [[link]] = await tx.query<[{ personId: PersonId }[], number]>(
      `update mail_link set used_at = $3
       where hash = $1 and purpose = $2 and used_at is null and expires_at > $3
       returning person_id as "personId"`,
      [hashOf(token), purpose, this.clock.now()],
    );
    if (!link) throw new LinkNotValid();
    return link.personId;
  }

  /** Whose link it is, without using it up. */
  async ownerOf(tx: EntityManager, purpose: LinkPurpose, token: string): Promise<PersonId> {
    const [link] = await tx.query<{ personId: PersonId }[]>(
      `select person_id as "personId" from mail_link
       where hash = $1 and purpose = $2 and used_at is null and expires_at > $3`,
      [hashOf(token), purpose, this.clock.now()],
    );
    if (!link) throw new LinkNotValid();
    return link.personId;
  }

  private tokenOf(id: Id): string {
    return this.seal.fingerprint(id, 'mail link');
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
