import type { PayloadOf, PostTransaction, ServiceName } from '@dhanman/contracts';
import { currencyDecimals, DomainError, type Id, Money, PlainDate } from '@dhanman/kernel';

export class EntryUnbalanced extends DomainError {
  constructor(debits: Money, credits: Money) {
    super(
      'invalid',
      'entry-unbalanced',
      `Debits of ${debits.toString()} and credits of ${credits.toString()} differ.`,
    );
  }
}

export class CompanyUnknown extends DomainError {
  constructor() {
    super('not-found', 'company-unknown', 'The ledger knows no such company.');
  }
}

export class CompanyInactive extends DomainError {
  constructor() {
    super('conflict', 'company-inactive', 'The books of this company are closed: it is not active.');
  }
}

export class CurrencyForeign extends DomainError {
  constructor(currency: string, books: string) {
    super('invalid', 'currency-foreign', `The books are kept in ${books}, the entry is in ${currency}.`);
  }
}

export interface JournalLine {
  readonly account: string;
  readonly side: 'debit' | 'credit';
  readonly amount: Money;
  readonly narration: string | null;
}

/** What names an entry for ever: one document of one service asks once for each purpose and version. */
export interface EntrySource {
  readonly service: ServiceName;
  readonly document: string;
  readonly id: Id;
  readonly purpose: string;
  readonly version: number;
}

/** What the ledger must know of a company before it writes in its books. */
export interface Books {
  readonly currency: string;
  readonly isActive: boolean;
}

/** A balanced set of debits and credits on a day. Once posted it is never changed; a correction is a new entry. */
export interface JournalEntry {
  readonly source: EntrySource;
  readonly on: PlainDate;
  readonly currency: string;
  readonly narration: string;
  readonly lines: readonly JournalLine[];
}

/** The entry a service asks for, if the books of the company may take it. */
export function entryFor(
  service: ServiceName,
  { source, on, currency, narration, lines }: PayloadOf<typeof PostTransaction>,
  books: Books | undefined,
): JournalEntry {
  if (!books) throw new CompanyUnknown();
  if (!books.isActive) throw new CompanyInactive();
  if (currency !== books.currency) throw new CurrencyForeign(currency, books.currency);
  currencyDecimals(currency);
  const entry = {
    source: { service, ...source },
    on: PlainDate.parse(on),
    ...{ currency, narration },
    lines: lines.map(({ account, side, amount, narration: note = null }) => {
      return { account, side, amount: Money.parse(amount, currency), narration: note };
    }),
  };
  const [debits, credits] = [totalOf(entry, 'debit'), totalOf(entry, 'credit')];
  if (!debits.equals(credits)) throw new EntryUnbalanced(debits, credits);
  return entry;
}

function totalOf({ lines, currency }: JournalEntry, side: JournalLine['side']): Money {
  return Money.sum(
    lines.filter((line) => line.side === side).map(({ amount }) => amount),
    currency,
  );
}
