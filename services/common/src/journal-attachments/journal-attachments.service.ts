import { type AttachFile, attachmentsPerJournal, type ManualJournalState } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { type Actor, add, change, checkPlan, Database, NotFound, Storage } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ManualJournalId } from '../manual-journals/manual-journal.js';
import { contentIn } from './attachment-content.js';
import { TooManyAttachments } from './attachment-errors.js';
import { JournalAttachment, type JournalAttachmentId } from './journal-attachment.js';
import { JournalAttachmentTable } from './journal-attachment.table.js';

const folder = 'journal-attachments';

@Injectable()
export class JournalAttachmentsService {
  constructor(
    private readonly db: Database,
    private readonly storage: Storage,
  ) {}

  /**
   * The bytes are kept before they are noted, so that nothing noted is ever without its bytes. Bytes that are kept and not
   * noted, because the process died or the journal was full, are found again under the same name when they are sent again.
   */
  async attach(actor: Actor, journalId: ManualJournalId, sent: AttachFile): Promise<JournalAttachment> {
    const { content, type } = contentIn(sent.content);
    await this.db.read(actor, (tx) => stateOf(tx, actor, journalId, ''));
    const kept = await this.storage.put(actor.organizationId, folder, content, type);
    const { name: keptAs, sha256, bytes } = kept;
    return this.db.transaction(actor, async (tx) => {
      const state = await stateOf(tx, actor, journalId, 'for no key update');
      await mustHaveRoom(tx, actor, journalId);
      const file = { name: sent.name, type, keptAs, sha256, bytes };
      const identity = actor.key(newId<'JournalAttachment'>());
      const attachment = JournalAttachment.to({ id: journalId, state }, identity, file, actor.userId);
      const added = await add(tx, JournalAttachmentTable, attachment);
      await checkPlan(tx, actor, 'bytes');
      return added;
    });
  }

  /** The row stays, with who removed it. */
  async remove(actor: Actor, journalId: ManualJournalId, id: JournalAttachmentId): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const state = await stateOf(tx, actor, journalId, 'for no key update');
      await change(tx, JournalAttachmentTable, { ...actor.key(id), journalId }, (current) =>
        current.removed(state, actor.userId),
      );
    });
  }
}

/** Under its lock it keeps its state: nobody submits or posts it between the question and the answer. */
async function stateOf(
  tx: EntityManager,
  { organizationId, company }: Actor,
  id: ManualJournalId,
  lock: '' | 'for no key update',
): Promise<ManualJournalState> {
  const [row] = await tx.query<{ state: ManualJournalState }[]>(
    `select state from manual_journal where organization_id = $1 and company_id = $2 and id = $3 ${lock}`,
    [organizationId, company, id],
  );
  if (!row) throw new NotFound('manual-journal');
  return row.state;
}

async function mustHaveRoom(
  tx: EntityManager,
  { organizationId }: Actor,
  id: ManualJournalId,
): Promise<void> {
  const [found] = await tx.query<{ count: number }[]>(
    `select count(*)::integer as count from journal_attachment
     where organization_id = $1 and journal_id = $2 and removed_by is null`,
    [organizationId, id],
  );
  if ((found?.count ?? 0) >= attachmentsPerJournal) throw new TooManyAttachments();
}
