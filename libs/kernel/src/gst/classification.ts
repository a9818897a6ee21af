import { DomainError } from '../domain-error.js';
import { Money } from '../money.js';
import type { PlainDate } from '../plain-date.js';
import { classificationDigits } from './rules.js';

export class ClassificationInvalid extends DomainError {
  constructor(code: string, field: string) {
    const message = `"${code.slice(0, 20)}" is not an HSN or SAC code: 4, 6 or 8 digits, services begin with 99.`;
    super('invalid', 'classification-invalid', message, { field });
  }
}

export class ClassificationTooShort extends DomainError {
  constructor(digits: number, field: string) {
    const message = `With this turnover the HSN or SAC code needs ${String(digits)} digits or more.`;
    super('invalid', 'classification-too-short', message, { field, details: { digits } });
  }
}

export interface ClassificationFacts {
  readonly on: PlainDate;
  /** Aggregate turnover of the preceding financial year. */
  readonly turnover: Money;
  readonly isRecipientRegistered: boolean;
}

/** Whether the code says a service: those begin with 99. */
export function isService(code: string): boolean {
  return code.startsWith('99');
}

/** The fewest digits of HSN or SAC that a line of this document shows; none means it may be left out. */
export function digitsNeeded({ on, turnover, isRecipientRegistered }: ClassificationFacts): number {
  const { limit, upTo, above } = classificationDigits.on(on).says;
  if (turnover.compare(Money.parse(limit, turnover.currency)) > 0) return above;
  return isRecipientRegistered ? upTo : 0;
}

/** Refuses a code that the document may not bear. */
export function checkClassification(code: string, facts: ClassificationFacts, field: string): void {
  const digits = digitsNeeded(facts);
  if (code === '' && digits === 0) return;
  if (code !== '' && !/^(\d{4}|\d{6}|\d{8})$/.test(code)) throw new ClassificationInvalid(code, field);
  if (code.length < digits) throw new ClassificationTooShort(digits, field);
}
