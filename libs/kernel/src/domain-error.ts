/** What sort of rule was broken; the edge that speaks HTTP or AMQP decides what that means on its wire. */
export type DomainErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'stale'
  | 'limited'
  | 'unavailable';

export interface FieldComplaint {
  /** As the client wrote it: `lines.2.quantity`. */
  readonly path: string;
  /** The broken rule, as `DomainError.code` says it. */
  readonly code: string;
  readonly message: string;
  readonly details?: Readonly<Record<string, unknown>> | undefined;
}

export interface DomainErrorOptions {
  /** Path of the offending field, as the client wrote it: `lines.2.quantity`. */
  readonly field?: string;
  /** Where several fields are at fault, what is wrong with each. */
  readonly complaints?: readonly FieldComplaint[];
  /** Facts a program may act on. They reach the client: never personal data, never secrets. */
  readonly details?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/**
 * A rule of the business said no. Named after the broken rule by its subclass; `code` is the stable word
 * programs compare, the message is a sentence for the person who has to do something about it.
 */
export class DomainError extends Error {
  readonly kind: DomainErrorKind;
  readonly code: string;
  readonly field: string | undefined;
  readonly complaints: readonly FieldComplaint[];
  readonly details: Readonly<Record<string, unknown>>;

  constructor(kind: DomainErrorKind, code: string, message: string, options: DomainErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.kind = kind;
    this.code = code;
    this.field = options.field;
    this.details = options.details ?? {};
    this.complaints = options.complaints ?? (options.field === undefined ? [] : [this.at(options.field)]);
  }

  /** The same said of one field, as where several rules are broken at once. */
  at(path: string): FieldComplaint {
    const { code, message, details } = this;
    return { path, code, message, ...(Object.keys(details).length > 0 && { details }) };
  }
}
