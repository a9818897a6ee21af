import { newId } from '@dhanman/kernel';
import { expect, test } from '@jest/globals';
import { InvoiceMail } from './invoice-mail.js';

const wish = { recipients: ['a@b.in', 'a@b.in', 'c@d.in'], language: 'en', subject: 'S', text: 'T' } as const;
const at = new Date('2026-06-01T10:00:00Z');
const later = new Date('2026-06-01T10:01:00Z');

function aMail(): InvoiceMail {
  const identity = {
    organizationId: newId(),
    companyId: newId(),
    id: newId<'InvoiceMail'>(),
    invoiceId: newId<'Invoice'>(),
  };
  return InvoiceMail.asked(identity, { ...wish, recipients: [...wish.recipients] }, 'person');
}

test('waits, and names nobody twice', () => {
  expect(aMail()).toMatchObject({ state: 'waiting', recipients: ['a@b.in', 'c@d.in'], begunAt: null });
});

test('is begun once; whoever finds it begun knows nothing more, and begins nothing', () => {
  const begun = aMail().begun(at);
  expect(begun).toMatchObject({ state: 'sending', begunAt: at });
  const found = begun.begun(later);
  expect(found).toMatchObject({ state: 'unknown', begunAt: at, endedAt: later });
  expect(found.begun(later)).toBe(found);
});

test('whoever waited for the answer has the last word, and only once', () => {
  const sent = aMail().begun(at).begun(later).ended({ state: 'sent', reason: null, at: later });
  expect(sent.state).toBe('sent');
  expect(sent.begun(later)).toBe(sent);
  expect(sent.ended({ state: 'refused', reason: 'no', at: later })).toBe(sent);
});

test('what was never begun has no outcome', () => {
  const mail = aMail();
  expect(mail.ended({ state: 'sent', reason: null, at })).toBe(mail);
});
