import type { sales } from '@dhanman/client';
import { blankLine, type DraftLine, linesFrom } from '../sales/draft-line.js';
import { today } from '../sales/sale-options.js';

export type Whom = 'all' | 'found' | 'chosen';

export type ChosenCustomer = Pick<sales.Customer, 'id' | 'name'>;

/** A run as it is being typed: text everywhere. */
export interface DraftRun {
  readonly name: string;
  readonly makes: sales.InvoiceMaking;
  readonly on: string;
  readonly dueOn: string;
  readonly notes: string;
  readonly whom: Whom;
  readonly q: string;
  readonly chosen: readonly ChosenCustomer[];
  readonly lines: readonly DraftLine[];
}

export function blankRun(): DraftRun {
  return {
    ...{ name: '', makes: 'draft', on: today(), dueOn: '', notes: '' },
    ...{ whom: 'all', q: '', chosen: [], lines: [blankLine()] },
  };
}

/** What is sent. */
export function startedFrom(draft: DraftRun): sales.StartInvoiceRun {
  const { name, makes, on, dueOn, notes, lines } = draft;
  return {
    ...{ name: name.trim(), makes, customers: customersOf(draft), lines: linesFrom(lines), on },
    ...(dueOn !== '' && { dueOn }),
    ...(notes.trim() !== '' && { notes: notes.trim() }),
  };
}

/** Only what was chosen last counts: an empty list or text is refused by the service and never means everybody. */
function customersOf({ whom, q, chosen }: DraftRun): sales.RunCustomers {
  switch (whom) {
    case 'all':
      return {};
    case 'found':
      return { q: q.trim() };
    case 'chosen':
      return { ids: chosen.map(({ id }) => id) };
  }
}
