import type { JournalAttachmentDto, JournalAttachments } from '@dhanman/contracts';
import { type Actor, Database, NotFound, Storage } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import type { ManualJournalId } from '../manual-journals/manual-journal.js';
import { PeopleService } from '../people/people.service.js';
import type { JournalAttachment, JournalAttachmentId } from './journal-attachment.js';
import { JournalAttachmentTable } from './journal-attachment.table.js';

export interface AttachedFile extends Pick<JournalAttachment, 'name' | 'type'> {
  readonly content: Buffer;
}

@Injectable()
export class JournalAttachmentsQueries {
  constructor(
    private readonly db: Database,
    private readonly people: PeopleService,
    private readonly storage: Storage,
  ) {}

  async list(actor: Actor, journalId: ManualJournalId): Promise<JournalAttachments> {
    return this.db.read(actor, async (tx) => {
      const journals = await tx.query<object[]>(
        'select id from manual_journal where organization_id = $1 and company_id = $2 and id = $3',
        [actor.organizationId, actor.company, journalId],
      );
      if (journals.length === 0) throw new NotFound('manual-journal');
      return { items: await this.shown(tx, await this.of(tx, actor, journalId)) };
    });
  }

  async get(
    actor: Actor,
    journalId: ManualJournalId,
    id: JournalAttachmentId,
  ): Promise<JournalAttachmentDto> {
    return this.db.read(actor, async (tx) => {
      const [found] = await this.shown(tx, await this.of(tx, actor, journalId, id));
      if (!found) throw new NotFound('journal-attachment');
      return found;
    });
  }

  /** The bytes that were kept, and no others: a file that was damaged is refused by name. */
  async file(actor: Actor, journalId: ManualJournalId, id: JournalAttachmentId): Promise<AttachedFile> {
    const [found] = await this.db.read(actor, (tx) => this.of(tx, actor, journalId, id));
    if (!found) throw new NotFound('journal-attachment');
    const { organizationId, name, type, keptAs, sha256, bytes } = found;
    return { name, type, content: await this.storage.get(organizationId, { name: keptAs, sha256, bytes }) };
  }

  private async of(
    tx: EntityManager,
    { organizationId, company: companyId }: Actor,
    journalId: ManualJournalId,
    id?: JournalAttachmentId,
  ): Promise<readonly JournalAttachment[]> {
    const where = {
      organizationId,
      companyId,
      journalId,
      removedBy: IsNull(),
      ...(id !== undefined && { id }),
    };
    return tx.find(JournalAttachmentTable, { where, order: { createdAt: 'ASC', id: 'ASC' } });
  }

  private async shown(
    tx: EntityManager,
    attachments: readonly JournalAttachment[],
  ): Promise<JournalAttachmentDto[]> {
    const names = await this.people.names(
      tx,
      attachments.map(({ attachedBy }) => attachedBy),
    );
    return attachments.map(({ id, name, type, bytes, sha256, isAddition, attachedBy, createdAt }) => ({
      ...{ id, name, type, bytes, sha256, isAddition },
      attachedBy: { id: attachedBy, name: names.get(attachedBy) ?? null },
      attachedAt: createdAt.toISOString(),
    }));
  }
}
