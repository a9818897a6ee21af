import { Money, PlainDate, Quantity, Rate } from '@dhanman/kernel';
import type { EntitySchema } from 'typeorm';

/** The result of a transaction holds something that cannot be brought back as it was; a mistake of ours. */
export class ResultNotKept extends TypeError {
  override readonly name = 'ResultNotKept';
}

type Tagged = Readonly<Record<string, unknown>>;

/**
 * Writes what a transaction returned as text and makes the same thing of the text again: rows with their classes, dates,
 * amounts. What comes back goes through the same controller, so that a repeated request is answered word for word.
 */
export class KeptResults {
  private readonly prototypes = new Map<string, object>();
  private readonly names = new Map<object, string>();

  constructor(tables: readonly EntitySchema[]) {
    for (const { prototype, name } of [Money, PlainDate, Quantity, Rate]) this.know(name, prototype);
    for (const { options } of tables) {
      if (typeof options.target === 'function') this.know(options.name, options.target.prototype as object);
    }
  }

  write(result: unknown): string {
    return JSON.stringify(this.encoded(result));
  }

  read(text: string): unknown {
    return this.decoded(JSON.parse(text));
  }

  private know(name: string, prototype: object): void {
    this.prototypes.set(name, prototype);
    this.names.set(prototype, name);
  }

  private encoded(value: unknown): unknown {
    switch (typeof value) {
      case 'undefined':
        return { $nothing: true };
      case 'bigint':
        return { $bigint: String(value) };
      case 'function':
      case 'symbol':
        throw notKept(typeof value);
      default:
        return typeof value === 'object' && value !== null ? this.encodedObject(value) : value;
    }
  }

  private encodedObject(value: object): unknown {
    if (value instanceof Date) return { $date: value.toISOString() };
    if (Array.isArray(value)) return value.map((item) => this.encoded(item));
    const fields = Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, this.encoded(inner)]),
    );
    const prototype = Object.getPrototypeOf(value) as object;
    const name = this.names.get(prototype);
    if (name !== undefined) return { $class: name, fields };
    if (prototype !== Object.prototype) throw notKept(prototype.constructor.name);
    return Object.keys(fields).some((field) => field.startsWith('$')) ? { $object: fields } : fields;
  }

  private decoded(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((item) => this.decoded(item));
    return typeof value === 'object' && value !== null ? this.decodedObject(value as Tagged) : value;
  }

  private decodedObject(tagged: Tagged): unknown {
    if ('$nothing' in tagged) return undefined;
    if ('$bigint' in tagged) return BigInt(String(tagged['$bigint']));
    if ('$date' in tagged) return new Date(String(tagged['$date']));
    if ('$class' in tagged) return this.instance(String(tagged['$class']), tagged['fields'] as Tagged);
    return this.fields('$object' in tagged ? (tagged['$object'] as Tagged) : tagged);
  }

  /** Without its constructor, as the rows of a query are: what was valid when it was kept is what happened. */
  private instance(name: string, fields: Tagged): object {
    const prototype = this.prototypes.get(name);
    if (!prototype) throw new ResultNotKept(`${name} is kept under an idempotency key but known no more.`);
    return Object.assign(Object.create(prototype) as object, this.fields(fields));
  }

  private fields(fields: Tagged): object {
    return Object.fromEntries(Object.entries(fields).map(([name, inner]) => [name, this.decoded(inner)]));
  }
}

function notKept(what: string): ResultNotKept {
  return new ResultNotKept(
    `A transaction under an idempotency key returns rows and plain values, not a ${what}: it could not be repeated.`,
  );
}
