import { newId } from '@dhanman/kernel';
import { describe, expect, test } from '@jest/globals';
import { AttachmentKept, JournalDiscarded } from './attachment-errors.js';
import { JournalAttachment } from './journal-attachment.js';

const identity = { organizationId: newId(), companyId: newId(), id: newId<'JournalAttachment'>() };
const file = { name: ' Rent.pdf ', type: 'application/pdf', keptAs: 'x/1', sha256: '1', bytes: 9 } as const;
const attachedTo = (state: 'draft' | 'submitted' | 'posted' | 'discarded') =>
  JournalAttachment.to({ id: newId<'ManualJournal'>(), state }, identity, file, 'asha');

describe('a file of a journal', () => {
  test('that came after the posting says so', () => {
    expect(attachedTo('draft')).toMatchObject({ name: 'Rent.pdf', isAddition: false, attachedBy: 'asha' });
    expect(attachedTo('submitted').isAddition).toBe(false);
    expect(attachedTo('posted').isAddition).toBe(true);
    expect(() => attachedTo('discarded')).toThrow(JournalDiscarded);
  });

  test('is removed from a draft only, once, by somebody', () => {
    for (const state of ['submitted', 'posted', 'discarded'] as const)
      expect(() => attachedTo('draft').removed(state, 'ravi')).toThrow(AttachmentKept);
    const removed = attachedTo('draft').removed('draft', 'ravi');
    expect(removed.removedBy).toBe('ravi');
    expect(removed.removed('draft', 'asha')).toBe(removed);
  });
});
