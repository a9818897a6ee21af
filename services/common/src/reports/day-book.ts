import type { ReportRow } from '@dhanman/contracts';
import { type Id, Money } from '@dhanman/kernel';
import { check, column, row, type Statement } from './statement.js';

export interface DayBookLine {
  readonly entryId: Id;
  readonly on: string;
  readonly entry: string;
  readonly document: string;
  readonly narration: string;
  readonly accountId: Id;
  readonly accountCode: string;
  readonly accountName: string;
  readonly partyId: Id | null;
  readonly side: 'debit' | 'credit';
  readonly amount: Money;
}

/** Everything that was booked, day by day and entry by entry; the lines come in that order. */
export function dayBook(currency: string, lines: readonly DayBookLine[]): Statement {
  const columns = [
    column('date', 'date'),
    ...(['entry', 'document', 'narration'] as const).map((one) => column(one, 'text')),
    column('debit', 'amount'),
    column('credit', 'amount'),
  ];
  const days = Map.groupBy(lines, ({ on }) => on);
  const total = totals(currency, lines);
  return {
    name: 'day-book',
    columns,
    rows: [
      ...[...days].flatMap(([, ofDay]) => dayRows(currency, ofDay)),
      row('total', { caption: 'total' }, [null, null, null, null, total.debit, total.credit]),
    ],
    checks: [check('debits-are-credits', total.debit, total.credit)],
  };
}

function dayRows(currency: string, lines: readonly DayBookLine[]): readonly ReportRow[] {
  const entries = Map.groupBy(lines, ({ entryId }) => entryId);
  const { debit, credit } = totals(currency, lines);
  const on = lines[0]?.on ?? null;
  return [
    ...[...entries].flatMap(([, ofEntry]) => entryRows(ofEntry)),
    row('total', { caption: 'day-total', level: 1 }, [on, null, null, null, debit, credit]),
  ];
}

function entryRows(lines: readonly DayBookLine[]): readonly ReportRow[] {
  const [first] = lines;
  if (!first) return [];
  const { entryId, on, entry, document, narration } = first;
  return [
    row('group', { entryId, name: narration }, [on, entry, document, narration, null, null]),
    ...lines.map((line) => lineRow(line)),
  ];
}

function lineRow({
  entryId,
  accountId,
  partyId,
  accountCode,
  accountName,
  side,
  amount,
}: DayBookLine): ReportRow {
  const parts = { entryId, accountId, partyId, code: accountCode, name: accountName, level: 1 };
  const sides = side === 'debit' ? [amount, null] : [null, amount];
  return row('entry', parts, [null, null, null, null, ...sides]);
}

function totals(currency: string, lines: readonly DayBookLine[]) {
  const sum = (wanted: DayBookLine['side']): Money =>
    Money.sum(
      lines.filter(({ side }) => side === wanted).map(({ amount }) => amount),
      currency,
    );
  return { debit: sum('debit'), credit: sum('credit') };
}
