import type { AuditEntry, AuditPage } from '@dhanman/contracts';
import type { PrintedColumn, PrintedReport, PrintedRow } from '../reports/printed-report.js';

/** A spreadsheet holds a million lines; who looks through more than this looks for the wrong thing. */
export const entriesOfFile = 100_000;

// Each of them may hold what somebody typed, and a spreadsheet must take it for text.
const columns: readonly PrintedColumn[] = [
  ...['When', 'Action', 'Record', 'Id of the record', 'Version', 'Field', 'Before', 'After', 'Who'],
  ...['In the place of', 'By token', 'Company', 'Address', 'Request', 'Cause', 'Entry'],
].map((label) => ({ label, kind: 'text' }));

/** Pages of a trail as they go into a file: a line for each field that was changed, so that it can be sorted and filtered. */
export async function* printedTrail(
  title: string,
  pages: AsyncIterable<AuditPage>,
  limit = entriesOfFile,
): AsyncGenerator<PrintedReport> {
  let room = limit;
  for await (const { items, nextCursor } of pages) {
    const fitting = items.slice(0, room);
    room -= fitting.length;
    const isCut = fitting.length < items.length || (room === 0 && nextCursor !== null);
    const foot = isCut ? [`Only the first ${limit} entries: ask for fewer days to see the others.`] : [];
    yield { title, head: [], columns, rows: fitting.flatMap(rowsOf), foot };
    if (isCut) return;
  }
}

function rowsOf(entry: AuditEntry): readonly PrintedRow[] {
  const changes = entry.changes.length > 0 ? entry.changes : [undefined];
  return changes.map((change) => ({
    kind: 'account',
    level: 0,
    cells: [
      ...[entry.at, entry.action, entry.entity, entry.entityId, textOf(entry.entityVersion)],
      ...[change?.field ?? '', textOf(change?.before), textOf(change?.after), textOf(entry.actor)],
      ...[entry.actingFor, entry.byToken, entry.companyId, entry.address].map(textOf),
      ...[entry.requestId, entry.correlationId].map(textOf),
      entry.id,
    ],
  }));
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
