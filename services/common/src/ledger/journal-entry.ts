import type {
  EntrySide,
  PayloadOf,
  PostTransaction,
  ServiceName,
  TransactionParty,
} from '@dhanman/contracts';
import { currencyDecimals, DomainError, type Id, Money, PlainDate } from '@dhanman/kernel';
import { accountFor, type Books, CompanyInactive, CurrencyForeign, openYear } from './books.js';

export class EntryUnbalanced extends DomainError {
  constructor(debits: Money, credits: Money) {
    const what = `Debits of ${debits.toString()} and credits of ${credits.toString()} differ.`;
    super('invalid', 'entry-unbalanced', what, { field: 'lines' });
  }
}

export type EntryKind = 'ordinary' | 'opening' | 'closing' | 'reversal';

export interface JournalLine {
  readonly accountId: Id<'Account'>;
  /** The number of the account on the day of the posting. */
  readonly account: string;
  readonly side: EntrySide;
  readonly amount: Money;
  readonly narration: string | null;
  readonly party: TransactionParty | null;
  readonly branchId: string | null;
  readonly costCentre: string | null;
  readonly rule: string | null;
  /** JSON, kept as it was written: it is part of what the chain protects. */
  readonly inputs: string | null;
}

/** What names an entry for ever: one document of one service asks once for each purpose and version. */
export interface EntrySource {
  readonly service: ServiceName;
  readonly document: string;
  readonly id: Id;
  readonly purpose: string;
  readonly version: number;
}

/** A balanced set of debits and credits on a day. Once posted it is never changed; a correction is a new entry. */
export interface JournalEntry {
  readonly kind: EntryKind;
  readonly source: EntrySource;
  readonly on: PlainDate;
  /** Code of the financial year, as it stands in the number: 2627. */
  readonly financialYear: string;
  readonly currency: string;
  readonly narration: string;
  readonly postedBy: string | null;
  readonly lines: readonly JournalLine[];
}

type Request = PayloadOf<typeof PostTransaction>;

export interface Asked {
  readonly service: ServiceName;
  readonly by?: string | undefined;
  readonly kind?: EntryKind;
  readonly request: Request;
}

/** The entry somebody asks for, if the books of the company may take it. */
export function entryFor({ service, by, kind = 'ordinary', request }: Asked, books: Books): JournalEntry {
  const { source, on, currency, narration } = request;
  checkBooks(books, currency);
  const day = PlainDate.parse(on);
  const { code: financialYear } = openYear(books, day, kind === 'closing');
  const lines = request.lines.map((line, index) => lineFor(line, index, books));
  const entry = { kind, source: { service, ...source }, on: day, financialYear, currency, narration };
  return balanced({ ...entry, postedBy: by ?? null, lines });
}

/** Everything for which the books would refuse it, where `entryFor` stops at the first: for a person who mends it. */
export function objections({ kind, request }: Asked, books: Books): readonly DomainError[] {
  const { on, currency, lines } = request;
  const amounts = lines.map(({ side, amount }) => ({ side, amount: Money.parse(amount, books.currency) }));
  return objectionsOf([
    () => checkBooks(books, currency),
    () => openYear(books, PlainDate.parse(on), kind === 'closing'),
    ...lines.map((line, index) => () => lineFor(line, index, books)),
    () => balanced({ currency: books.currency, lines: amounts }),
  ]);
}

export function objectionsOf(checks: readonly (() => unknown)[]): readonly DomainError[] {
  return checks.flatMap((check) => {
    try {
      check();
      return [];
    } catch (error) {
      if (error instanceof DomainError) return [error];
      throw error;
    }
  });
}

function checkBooks(books: Books, currency: string): void {
  if (!books.isActive) throw new CompanyInactive();
  if (currency !== books.currency) throw new CurrencyForeign(currency, books.currency);
  currencyDecimals(currency);
}

function lineFor(line: Request['lines'][number], index: number, books: Books): JournalLine {
  const { id, code } = accountFor(books, line, `lines.${String(index)}`);
  const { side, amount, narration, party, branchId, costCentre, why } = line;
  return {
    ...{ accountId: id, account: code, side, amount: Money.parse(amount, books.currency) },
    ...{ narration: orNull(narration), party: orNull(party), branchId: orNull(branchId) },
    ...{ costCentre: orNull(costCentre), rule: orNull(why?.rule) },
    inputs: why?.inputs === undefined ? null : JSON.stringify(why.inputs),
  };
}

function orNull<T>(value: T | undefined): T | null {
  return value ?? null;
}

/** The mirror of an entry: same accounts, same amounts, other sides. Reversing it again gives the entry itself. */
export function reversalOf(
  entry: JournalEntry,
  { on, reason, by, books }: { on: PlainDate; reason: string; by?: string | undefined; books: Books },
): JournalEntry {
  const { code: financialYear } = openYear(books, on, entry.kind === 'closing');
  const source = { ...entry.source, purpose: `reverse-${entry.source.purpose}` };
  const lines = entry.lines.map((line) => ({ ...line, side: other(line.side) }));
  const { currency } = entry;
  const kind = entry.kind === 'closing' ? 'closing' : 'reversal';
  return {
    kind,
    source,
    on,
    financialYear,
    currency,
    narration: reason,
    postedBy: by ?? null,
    lines,
  };
}

function other(side: EntrySide): EntrySide {
  return side === 'debit' ? 'credit' : 'debit';
}

type Amounts = Pick<JournalEntry, 'currency'> & {
  readonly lines: readonly Pick<JournalLine, 'side' | 'amount'>[];
};

function balanced<Entry extends Amounts>(entry: Entry): Entry {
  const [debits, credits] = [totalOf(entry, 'debit'), totalOf(entry, 'credit')];
  if (!debits.equals(credits)) throw new EntryUnbalanced(debits, credits);
  return entry;
}

export function totalOf({ lines, currency }: Amounts, side: EntrySide): Money {
  return Money.sum(
    lines.filter((line) => line.side === side).map(({ amount }) => amount),
    currency,
  );
}
