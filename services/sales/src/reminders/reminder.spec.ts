import { newId, PlainDate } from '@dhanman/kernel';
import { expect, test } from '@jest/globals';
import { Reminder } from './reminder.js';
import { whyNot } from './reminder-reasons.js';

const at = new Date('2026-06-01T10:00:00Z');
const letter = { recipient: 'a@b.in', subject: 'S', text: 'T' };

function aReminder(askedBy: string | null = null): Reminder {
  const identity = {
    ...{ organizationId: newId(), companyId: newId() },
    ...{ id: newId<'Reminder'>(), invoiceId: newId<'Invoice'>() },
  };
  const words = { subject: 'S', text: 'T' };
  const stage = { id: newId<'ReminderStage'>(), days: 7, since: '2026-01-01', en: words, hi: words };
  return Reminder.asked(identity, stage, { on: PlainDate.parse('2026-06-01'), language: 'en', askedBy });
}

test('is begun once, and keeps what it said then', () => {
  const begun = aReminder().begun(letter, at);
  expect(begun).toMatchObject({ state: 'sending', ...letter });
  expect(begun.begun({ ...letter, text: 'Other' }, at)).toMatchObject({ state: 'unknown', text: 'T' });
});

test('is skipped only while it waits, and stays skipped', () => {
  const skipped = aReminder().skipped('paid', at);
  expect(skipped).toMatchObject({ state: 'skipped', skippedBecause: 'paid', endedAt: at });
  expect(skipped.begun(letter, at)).toBe(skipped);
  const begun = aReminder().begun(letter, at);
  expect(begun.skipped('paid', at)).toBe(begun);
});

const owed = { stands: true, isPaid: false, isReminded: true, email: 'a@b.in' };

test.each([
  [{}, true, undefined],
  [{ stands: false, isPaid: true }, true, 'not-owed'],
  [{ isPaid: true }, true, 'paid'],
  [{}, false, 'switched-off'],
  [{ isReminded: false }, true, 'excepted'],
  [{ email: null }, true, 'no-address'],
] as const)('with %j and the plan on %s it is %s', (change, isOn, reason) => {
  expect(whyNot(aReminder(), { ...owed, ...change }, isOn)).toBe(reason);
});

test('a person reminds whom the plan would not, and nobody of what is paid', () => {
  const byHand = aReminder('person');
  expect(whyNot(byHand, { ...owed, isReminded: false }, false)).toBeUndefined();
  expect(whyNot(byHand, { ...owed, isPaid: true }, false)).toBe('paid');
});
