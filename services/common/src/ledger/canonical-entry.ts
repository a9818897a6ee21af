import type { Id } from '@dhanman/kernel';
import type { JournalEntry, JournalLine } from './journal-entry.js';

/** An entry with its place in the books of its company. */
export interface PlacedEntry extends JournalEntry {
  readonly organizationId: Id;
  readonly companyId: Id;
  readonly id: Id;
  readonly sequence: bigint;
  readonly number: string;
  /** With microseconds, as Postgres keeps it: 2026-04-01T10:00:00.000000Z. */
  readonly postedAt: string;
  /** Of what was asked, in hexadecimal; null for entries that nobody asked for by message. */
  readonly requestHash: string | null;
}

/**
 * The bytes that the hash of an entry covers: everything that is posted, as the text of a JSON array, written the way
 * Postgres writes one, so that the database can say the same text again from its columns.
 */
export function canonicalText(entry: PlacedEntry): string {
  const { organizationId, companyId, id, sequence, number, postedAt, source } = entry;
  const fields = [
    ...['1', organizationId, companyId, id, sequence.toString(), number, postedAt, entry.on.toString()],
    ...[entry.financialYear, entry.kind, entry.currency, entry.narration],
    ...[source.service, source.document, source.id, source.purpose, String(source.version)],
    ...[entry.postedBy, entry.requestHash],
  ];
  const lines = entry.lines.map((line, index) => array(lineFields(line, index + 1).map(text)));
  return array([...fields.map(text), array(lines)]);
}

function lineFields(line: JournalLine, number: number): readonly (string | null)[] {
  const { accountId, account, side, narration, party, branchId, costCentre, rule, inputs } = line;
  return [
    ...[String(number), accountId, account, side, fourDecimals(line.amount.toJSON()), narration],
    ...[party?.kind ?? null, party?.id ?? null, branchId, costCentre, rule, inputs],
  ];
}

/** As a column of `numeric(20, 4)` prints it. */
export function fourDecimals(amount: string): string {
  const [whole = '0', decimals = ''] = amount.split('.');
  return `${whole}.${decimals.padEnd(4, '0')}`;
}

function text(value: string | null): string {
  return value === null ? 'null' : JSON.stringify(value);
}

function array(elements: readonly string[]): string {
  return `[${elements.join(', ')}]`;
}
