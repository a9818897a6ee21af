import type { EntitySchema } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';

const mark = 'masked';

/**
 * In a table mapping: `pan: { type: 'text', ...masked }`. The audit trail keeps only the end of what the column held, as
 * a person needs it to know which number was meant.
 */
export const masked = { comment: mark } as const;

const shown = 4;

/** What the trail keeps of a value of this column. */
export function traceOf(column: ColumnMetadata, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (value instanceof Uint8Array) return `[${value.byteLength} bytes]`;
  if (typeof value === 'bigint') return String(value);
  if (column.comment === mark) return endOf(value);
  return isJson(column) && typeof value === 'string' ? (JSON.parse(value) as unknown) : value;
}

function isJson({ type }: ColumnMetadata): boolean {
  return type === 'json' || type === 'jsonb';
}

/** Of a short value everything is hidden: its last characters would be most of it. */
function endOf(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 2 * shown ? `…${text.slice(-shown)}` : '…';
}

/** Names of columns that hold what no trail, export or screen may hold in full. */
const telling = /(^|_)(pan|aadhaar|account_number|iban|password|passphrase|secret|token|otp|pin)(_|$)/;

/** Columns that by their name hold such a thing and are not marked; a service does not start with one. */
export function unmasked(tables: readonly EntitySchema[]): readonly string[] {
  return tables.flatMap(({ options }) =>
    Object.entries(options.columns)
      .filter(([name, column]) => telling.test(snake(name)) && column?.comment !== mark)
      .map(([name]) => `column ${name} of ${options.name} is not masked: add ...masked to its mapping`),
  );
}

function snake(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}
