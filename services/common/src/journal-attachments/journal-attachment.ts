import type { AttachmentType, ManualJournalState } from '@dhanman/contracts';
import type { Id } from '@dhanman/kernel';
import type { ManualJournalId } from '../manual-journals/manual-journal.js';
import { AttachmentKept, JournalDiscarded } from './attachment-errors.js';

export type JournalAttachmentId = Id<'JournalAttachment'>;

interface Identity {
  readonly organizationId: Id;
  readonly companyId: Id;
  readonly id: JournalAttachmentId;
}

interface File {
  readonly name: string;
  readonly type: AttachmentType;
  /** Its name in the object store, where it is kept by what it holds. */
  readonly keptAs: string;
  readonly sha256: string;
  readonly bytes: number;
}

interface Fields extends Identity, File {
  readonly journalId: ManualJournalId;
  readonly isAddition: boolean;
  readonly attachedBy: string;
  readonly removedBy: string | null;
}

/** A file that proves a journal. It is never replaced, and taken away only while the journal is a draft. */
export class JournalAttachment implements Fields {
  declare readonly organizationId: Id;
  declare readonly companyId: Id;
  declare readonly id: JournalAttachmentId;
  declare readonly journalId: ManualJournalId;
  declare readonly name: string;
  declare readonly type: AttachmentType;
  declare readonly keptAs: string;
  declare readonly sha256: string;
  declare readonly bytes: number;
  /** It came when the journal was posted: whoever approved it has not seen it. */
  declare readonly isAddition: boolean;
  declare readonly attachedBy: string;
  declare readonly removedBy: string | null;
  declare readonly version: number;
  declare readonly createdAt: Date;

  private constructor(fields: Fields) {
    Object.assign(this, fields);
  }

  static to(
    journal: { readonly id: ManualJournalId; readonly state: ManualJournalState },
    identity: Identity,
    { name, ...file }: File,
    attachedBy: string,
  ): JournalAttachment {
    if (journal.state === 'discarded') throw new JournalDiscarded();
    const isAddition = journal.state === 'posted';
    const attached = { journalId: journal.id, isAddition, attachedBy, removedBy: null };
    return new JournalAttachment({ ...identity, ...file, name: name.trim(), ...attached });
  }

  /** Of a journal in this state. What is gone already stays gone, and by whom. */
  removed(state: ManualJournalState, removedBy: string): JournalAttachment {
    if (state !== 'draft') throw new AttachmentKept(state);
    return this.removedBy === null ? new JournalAttachment({ ...this, removedBy }) : this;
  }
}
