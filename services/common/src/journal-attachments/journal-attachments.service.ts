import {
  type AttachFile,
  attachmentsPerJournal,
  DiscardAttachmentBytes,
  type ManualJournalState,
} from '@dhanman/contracts';
import { type Id, newId } from '@dhanman/kernel';
import { publish } from '@dhanman/messaging';
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
    for (;;) {
      const { name: keptAs, ...kept } = await this.storage.put(actor.organizationId, folder, content, type);
      const file = { name: sent.name, type, keptAs, ...kept };
      const added = await this.db.transaction(actor, async (tx) => this.note(tx, actor, journalId, file));
      if (added) return added;
    }
  }

  /** Nothing if somebody took away the same bytes since they were kept: then they are to be kept again. */
  private async note(
    tx: EntityManager,
    actor: Actor,
    journalId: ManualJournalId,
    file: AttachedBytes,
  ): Promise<JournalAttachment | undefined> {
    const state = await stateOf(tx, actor, journalId, 'for no key update');
    await mustHaveRoom(tx, actor, journalId);
    await lockBytes(tx, actor.organizationId, file.keptAs);
    if (!(await this.storage.has(actor.organizationId, file.keptAs))) return undefined;
    const identity = actor.key(newId<'JournalAttachment'>());
    const attachment = JournalAttachment.to({ id: journalId, state }, identity, file, actor.userId);
    const added = await add(tx, JournalAttachmentTable, attachment);
    await checkPlan(tx, actor, 'bytes');
    return added;
  }

  /** The row stays, with who removed it; the bytes go when this is certain. */
  async remove(actor: Actor, journalId: ManualJournalId, id: JournalAttachmentId): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const state = await stateOf(tx, actor, journalId, 'for no key update');
      const { keptAs } = await change(
        tx,
        JournalAttachmentTable,
        { ...actor.key(id), journalId },
        (current) => current.removed(state, actor.userId),
      );
      await publish(tx, DiscardAttachmentBytes, { keptAs });
    });
  }

  /**
   * Under the lock nobody notes these bytes between the question whether somebody needs them and their end. Done again,
   * after a crash, it finds them gone, or needed.
   */
  async discardBytes(organizationId: Id, keptAs: string): Promise<void> {
    await this.db.transaction({ organizationId }, async (tx) => {
      await lockBytes(tx, organizationId, keptAs);
      const needed = await tx.query<object[]>(
        `select id from journal_attachment
         where organization_id = $1 and kept_as = $2 and removed_by is null limit 1`,
        [organizationId, keptAs],
      );
      if (needed.length === 0) await this.storage.remove(organizationId, keptAs);
    });
  }
}

type AttachedBytes = Parameters<typeof JournalAttachment.to>[2];

/** All companies of an organization share the bytes of a file: whoever notes or discards them does it alone. */
async function lockBytes(tx: EntityManager, organizationId: Id, keptAs: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${organizationId}/${keptAs}`]);
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
