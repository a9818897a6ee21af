import { hidden, isSensitiveName, safeText } from './redacted-text.js';

/** The bounds of one log line: what does not fit is left out, and the line says so. */
const bounds = { depth: 6, entries: 40, values: 300, nameLength: 64, frames: 20 } as const;

const leftOut = '[…]';

/**
 * A copy of any value that may be written to a log: names on the deny list and texts that look like secrets or
 * personal numbers are hidden, control characters are spelled out, and the result is small whatever came in.
 */
export function redacted(value: unknown): unknown {
  return new Redaction().copy(value, 0);
}

class Redaction {
  private left: number = bounds.values;

  copy(value: unknown, depth: number): unknown {
    this.left -= 1;
    if (this.left < 0) return leftOut;
    if (typeof value === 'string') return safeText(value);
    if (typeof value === 'number') return safeNumber(value);
    if (typeof value === 'bigint') return safeText(value.toString());
    if (typeof value === 'object' && value !== null) return this.copyObject(value, depth);
    return isPlain(value) ? value : undefined;
  }

  private copyObject(value: object, depth: number): unknown {
    try {
      const text = textOf(value);
      if (text !== undefined) return safeText(text);
      if (depth >= bounds.depth) return leftOut;
      if (value instanceof Error) return this.copyError(value, depth);
      if (Array.isArray(value)) return this.copyItems(value, depth);
      if (value instanceof Set || value instanceof Map) return this.copyItems([...value], depth);
      return this.copyEntries(value, depth);
    } catch {
      // A proxy or a getter that throws must not take the log line, or the request, with it.
      return leftOut;
    }
  }

  private copyItems(items: readonly unknown[], depth: number): unknown[] {
    const copies = items.slice(0, bounds.entries).map((item) => this.copy(item, depth + 1));
    if (items.length > bounds.entries) copies.push(`[… ${items.length - bounds.entries} more]`);
    return copies;
  }

  private copyEntries(value: object, depth: number): Record<string, unknown> {
    const copies: Record<string, unknown> = {};
    const names = Object.keys(value).filter((name) => name !== '__proto__');
    for (const name of names.slice(0, bounds.entries)) {
      copies[safeText(name.slice(0, bounds.nameLength))] = isSensitiveName(name)
        ? hidden
        : this.copy((value as Record<string, unknown>)[name], depth + 1);
    }
    if (names.length > bounds.entries) copies[leftOut] = `${names.length - bounds.entries} more`;
    return copies;
  }

  /**
   * Only what locates a fault. Other properties of errors repeat the data they failed on: TypeORM's carry the
   * parameters, Postgres's `detail` the row.
   */
  private copyError(error: Error, depth: number): Record<string, unknown> {
    const copies: Record<string, unknown> = { name: safeText(error.name), message: safeText(error.message) };
    for (const name of ['code', 'status', 'schema', 'table', 'constraint', 'routine', 'syscall'] as const) {
      const value: unknown = (error as unknown as Record<string, unknown>)[name];
      if (typeof value === 'string' || typeof value === 'number') copies[name] = safeText(String(value));
    }
    if (typeof error.stack === 'string') copies['stack'] = framesOf(error, error.stack);
    if (error.cause !== undefined) copies['cause'] = this.copy(error.cause, depth + 1);
    if (error instanceof AggregateError) copies['errors'] = this.copyItems(error.errors, depth);
    return copies;
  }
}

function isPlain(value: unknown): boolean {
  return value === null || typeof value === 'boolean';
}

/** Objects that are really one value. */
function textOf(value: object): string | undefined {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
  if (value instanceof URL) return value.href;
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  return undefined;
}

/** A list, not a text of many lines: a message with newlines cannot pass itself off as frames. */
function framesOf(error: Error, stack: string): readonly string[] {
  const header = stack.indexOf(error.message);
  const body = header < 0 ? stack : stack.slice(header + error.message.length);
  const frames = body
    .slice(0, 8_192)
    .split('\n')
    .filter((line) => /^\s+at /.test(line));
  return frames.slice(0, bounds.frames).map((frame) => safeText(frame.trim()));
}

/** Up to eight digits are nobody's number. */
function safeNumber(value: number): unknown {
  if (Math.abs(value) < 1e8) return value;
  const text = String(value);
  return safeText(text) === text ? value : hidden;
}
