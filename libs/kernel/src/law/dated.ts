import { DomainError } from '../domain-error.js';
import { PlainDate } from '../plain-date.js';

export class LawSilent extends DomainError {
  constructor(rule: string, on: PlainDate) {
    super('invalid', 'law-silent', `No version of the rule "${rule}" is known for ${on.toString()}.`);
  }
}

/** One version of a rule of law: from which day on it holds, what it says, and where that is written. */
export interface Version<T> {
  /** The first day, `YYYY-MM-DD`. It holds until the next version begins. */
  readonly from: string;
  readonly says: T;
  readonly source: string;
}

/**
 * A rule of law through the years. Law is data: what a document of an old date owes is found with the version of its own
 * day, however often the rule has changed since.
 */
export class DatedRule<T> {
  private readonly versions: readonly Version<T>[];

  constructor(
    readonly name: string,
    versions: readonly Version<T>[],
  ) {
    this.versions = [...versions].sort((one, other) => (one.from < other.from ? 1 : -1));
  }

  on(date: PlainDate): Version<T> {
    const version = this.versions.find(({ from }) => !PlainDate.parse(from).isAfter(date));
    if (!version) throw new LawSilent(this.name, date);
    return version;
  }
}
