import { attachmentLimitBytes, attachmentsPerJournal, type ManualJournalState } from '@dhanman/contracts';
import { DomainError } from '@dhanman/kernel';

const mebibytes = String(attachmentLimitBytes / 1024 / 1024);

export class FileUnreadable extends DomainError {
  constructor() {
    super('invalid', 'file-unreadable', 'The content is not Base64: choose the file again.', {
      field: 'content',
    });
  }
}

export class FileTooLarge extends DomainError {
  constructor() {
    const what = `A file has at most ${mebibytes} MB: make it smaller, or attach it in parts.`;
    super('invalid', 'file-too-large', what, { field: 'content', details: { limit: attachmentLimitBytes } });
  }
}

export class FileTypeRefused extends DomainError {
  constructor() {
    const what = 'This is no PDF, JPEG, PNG or WebP, whatever its name says: save it as one of them.';
    super('invalid', 'file-type-refused', what, { field: 'content' });
  }
}

export class AttachedAlready extends DomainError {
  constructor() {
    super('conflict', 'attached-already', 'This file is attached to the journal already.');
  }
}

export class TooManyAttachments extends DomainError {
  constructor() {
    const what = `A journal has at most ${String(attachmentsPerJournal)} files: put some of them together into one PDF.`;
    super('conflict', 'too-many-attachments', what);
  }
}

export class JournalDiscarded extends DomainError {
  constructor() {
    super('conflict', 'journal-discarded', 'This journal was discarded: nothing is attached to it any more.');
  }
}

/** What was submitted was looked at with its files; what is posted stands on them. */
export class AttachmentKept extends DomainError {
  constructor(state: ManualJournalState) {
    const what =
      state === 'submitted'
        ? 'This journal waits for approval with its files: withdraw it to remove one.'
        : `Files are removed from a draft only; this journal is ${state}.`;
    super('conflict', 'attachment-kept', what);
  }
}
