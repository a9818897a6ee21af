import { createHash } from 'node:crypto';
import { type Id, isId, newId } from '@dhanman/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CommonConfig } from '../config.js';
import { SealService } from '../identity/seal.service.js';
import { type Invitation, type InvitationLink, InvitationNotValid } from './invitation.js';
import { InvitationTable } from './invitation.table.js';

/**
 * The text of a link is the organization, whose rows are the only ones a transaction sees, and a secret that is made from
 * the link's id when the mail is written. So it stands in the mail and nowhere else, not even for who invites.
 */
@Injectable()
export class InvitationLinksService {
  constructor(
    private readonly config: CommonConfig,
    private readonly seal: SealService,
  ) {}

  make(): InvitationLink {
    const linkId = newId();
    return { linkId, secretHash: hashOf(this.secretOf(linkId)) };
  }

  /** Behind the #, so that the secret part reaches no server log and no referrer. */
  addressOf({ organizationId, linkId }: Pick<Invitation, 'organizationId' | 'linkId'>): string {
    return new URL(`/join#${organizationId}.${this.secretOf(linkId)}`, this.config.APP_URL).href;
  }

  scopeOf(token: string): { readonly organizationId: Id } {
    const [organizationId = ''] = token.split('.');
    if (!isId(organizationId)) throw new InvitationNotValid();
    return { organizationId };
  }

  async find(tx: EntityManager, token: string): Promise<Invitation> {
    const { organizationId } = this.scopeOf(token);
    const secretHash = hashOf(token.slice(organizationId.length + 1));
    const found = await tx.findOneBy(InvitationTable, { organizationId, secretHash });
    if (!found) throw new InvitationNotValid();
    return found;
  }

  private secretOf(linkId: Id): string {
    return this.seal.fingerprint(linkId, 'invitation link');
  }
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
