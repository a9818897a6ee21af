import { type Message, SendInvitationMail } from '@dhanman/contracts';
import { Clock, parseId } from '@dhanman/kernel';
import { Database, Job, Mails } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import { CommonConfig } from '../config.js';
import type { Invitation } from './invitation.js';
import { invitationMail } from './invitation-mail.js';
import { InvitationLinksService } from './invitation-links.service.js';
import { InvitationTable } from './invitation.table.js';
import { InvitationsQueries } from './invitations.queries.js';

@Injectable()
export class InvitationMailJobs {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: CommonConfig,
    private readonly links: InvitationLinksService,
    private readonly queries: InvitationsQueries,
    private readonly mails: Mails,
  ) {}

  @Job(SendInvitationMail)
  async send({ envelope, payload }: Message<typeof SendInvitationMail>): Promise<void> {
    const invitation = await this.present(envelope, payload);
    if (!invitation) return;
    const names = await this.queries.names(invitation);
    const language = await this.queries.languageOf(invitation);
    const facts = { ...names, language, link: this.links.addressOf(invitation), app: this.config.APP_URL };
    await this.mails.send({ ...invitationMail(facts), to: invitation.email, id: envelope.messageId });
  }

  private async present(
    { organizationId }: Message['envelope'],
    { invitationId, linkId }: Message<typeof SendInvitationMail>['payload'],
  ): Promise<Invitation | undefined> {
    const id = parseId<'Invitation'>(invitationId);
    const invitation = await this.db.read({ organizationId }, (tx) =>
      tx.findOneBy(InvitationTable, { organizationId, id }),
    );
    const isDue = invitation?.state === 'open' && invitation.linkId === linkId;
    return isDue && !invitation.isExpired(this.clock.now()) ? invitation : undefined;
  }
}
