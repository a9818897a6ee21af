import { ReminderPlan, ReminderWords } from '@dhanman/contracts';
import { PlainDate } from '@dhanman/kernel';
import { expect, test } from '@jest/globals';
import { filledIn } from './reminder-words.js';
import { usualPlan } from './usual-plan.js';

const facts = {
  ...{ customer: 'Deccan\r\nBcc: all@example.in', company: 'Asha', number: 'SI/2627/0001' },
  ...{ outstanding: '118000.50', currency: 'INR', dueOn: PlainDate.parse('2026-06-10') },
};

test('names what it is about; before the due date as after it days are counted up', () => {
  const words = { subject: '{number} of {company}', text: '{customer} {amount} {due} {days}' };
  expect(filledIn(words, { ...facts, customer: 'Deccan' }, PlainDate.parse('2026-06-17'))).toEqual({
    subject: 'SI/2627/0001 of Asha',
    text: 'Deccan ₹1,18,000.50 10-06-2026 7',
  });
  expect(filledIn({ subject: '{days}', text: 'T' }, facts, PlainDate.parse('2026-06-07')).subject).toBe('3');
});

test('a name is neither a head of the mail nor a template', () => {
  const { subject, text } = filledIn(
    { subject: '{customer}', text: '{company}' },
    { ...facts, company: '{amount}' },
    facts.dueOn,
  );
  expect([subject, text]).toEqual(['Deccan Bcc: all@example.in', '{amount}']);
});

test.each(['{payment}', '{ amount }', '{', '}', '{{amount}}', 'x\r\nBcc: y'])(
  '%j is no subject',
  (subject) => {
    expect(ReminderWords.safeParse({ subject, text: 'T' }).success).toBe(false);
  },
);

test('the words that are offered are words that can be kept', () => {
  expect(ReminderPlan.parse(usualPlan)).toEqual(usualPlan);
});
