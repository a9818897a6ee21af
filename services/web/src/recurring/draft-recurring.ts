import type { sales } from '@dhanman/client';
import { blankLine, type DraftLine, draftLines, inPaise, linesFrom } from '../sales/draft-line.js';
import { optionsOf, today } from '../sales/sale-options.js';

export interface DraftPrice {
  readonly key: string;
  readonly from: string;
  readonly line: string;
  readonly price: string;
}

/** A recurring invoice as it is being typed: text everywhere. */
export interface DraftRecurring {
  readonly name: string;
  readonly customerId: string;
  readonly makes: sales.InvoiceMaking;
  readonly notes: string;
  readonly dueDays: string;
  readonly every: sales.InvoiceRhythm['every'];
  readonly startsOn: string;
  readonly endsOn: string;
  readonly times: string;
  readonly lines: readonly DraftLine[];
  readonly prices: readonly DraftPrice[];
  readonly options: ReturnType<typeof optionsOf>;
}

export function blankRecurring(): DraftRecurring {
  return {
    ...{ name: '', customerId: '', makes: 'draft', notes: '', dueDays: '', every: 'month' },
    ...{ startsOn: today(), endsOn: '', times: '', lines: [blankLine()], prices: [], options: {} },
  };
}

export function blankPrice(): DraftPrice {
  return { key: crypto.randomUUID(), from: '', line: '1', price: '' };
}

export function draftOf(recurring: sales.RecurringInvoice): DraftRecurring {
  const { name, customerId, makes, notes, dueDays, rhythm, lines, priceChanges } = recurring;
  return {
    ...{ name, customerId, makes, notes: notes ?? '', dueDays: textOf(dueDays) },
    ...{ every: rhythm.every, startsOn: rhythm.startsOn, endsOn: rhythm.endsOn ?? '' },
    times: textOf(rhythm.times),
    lines: draftLines(lines),
    prices: priceChanges.map((one) => ({ ...one, key: crypto.randomUUID(), line: String(one.line) })),
    options: optionsOf(recurring),
  };
}

/** What is sent; a price change that was only begun waits. */
export function writtenFrom(draft: DraftRecurring): sales.CreateRecurringInvoice {
  const { name, customerId, makes, notes, dueDays, every, startsOn, endsOn, times } = draft;
  const prices = draft.prices.filter(({ from, price }) => from !== '' && price.trim() !== '');
  return {
    ...draft.options,
    ...{ name: name.trim(), customerId, makes, lines: linesFrom(draft.lines) },
    ...(notes.trim() !== '' && { notes: notes.trim() }),
    ...(dueDays !== '' && { dueDays: Number(dueDays) }),
    rhythm: {
      ...{ every, startsOn },
      ...(endsOn !== '' && { endsOn }),
      ...(times !== '' && { times: Number(times) }),
    },
    priceChanges: prices.map(({ from, line, price }) => ({
      from,
      line: Number(line),
      price: inPaise(price),
    })),
  };
}

/** Whether there is enough to show what it would come to. */
export function isShowable({ customerId, lines, rhythm }: sales.CreateRecurringInvoice): boolean {
  return customerId !== '' && lines.length > 0 && rhythm.startsOn !== '';
}

function textOf(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}
