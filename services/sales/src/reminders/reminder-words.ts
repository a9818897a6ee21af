import type { ReminderWords } from '@dhanman/contracts';
import { dayOnPaper, Money, type PlainDate } from '@dhanman/kernel';
import { asLine } from '../invoices/invoice-mail-words.js';

/** What a reminder tells of an invoice. */
export interface ReminderFacts {
  readonly customer: string;
  readonly company: string;
  readonly number: string;
  readonly outstanding: string;
  readonly currency: string;
  readonly dueOn: PlainDate;
}

/** The template with what it names. What is put in is never read as a template itself. */
export function filledIn(
  { subject, text }: ReminderWords,
  facts: ReminderFacts,
  on: PlainDate,
): ReminderWords {
  const { outstanding, currency, number, dueOn } = facts;
  const values: Readonly<Record<string, string>> = {
    ...{ customer: asLine(facts.customer), company: asLine(facts.company), number },
    amount: Money.parse(outstanding, currency).format(),
    due: dayOnPaper(dueOn.toString()),
    days: String(Math.abs(dueOn.daysUntil(on))),
  };
  const fill = (template: string): string =>
    template.replaceAll(/\{(\w+)\}/g, (name, key: string) => values[key] ?? name);
  return { subject: fill(subject), text: fill(text) };
}
