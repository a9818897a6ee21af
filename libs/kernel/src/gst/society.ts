import type { Reason } from '../law/reason.js';
import { Money } from '../money.js';
import type { PlainDate } from '../plain-date.js';
import { registrationTurnover, societyExemption } from './rules.js';
import { hasLowerThreshold, type StateCode } from './state-codes.js';

/** The circular taxes the whole contribution once it is above the limit; a High Court taxed only what is above. */
export type ExemptionView = 'whole' | 'excess';

export interface SocietyFacts {
  readonly on: PlainDate;
  readonly state: StateCode;
  /** Aggregate turnover of the financial year. */
  readonly turnover: Money;
  readonly view: ExemptionView;
  /** How many months the bill is for: a quarter's bill is tested month by month. */
  readonly months: number;
}

export interface Contribution {
  readonly taxable: Money;
  readonly exempt: Money;
  readonly reason: Reason;
}

/** How much of one residential unit's contribution is taxed. Two flats of one member are two units with a limit each. */
export function taxableContribution(amount: Money, facts: SocietyFacts): Contribution {
  const limit = limitFor(facts, amount.currency);
  const threshold = thresholdFor(facts, amount.currency);
  const isAboveLimit = amount.compare(limit.amount) > 0;
  const isLarge = facts.turnover.compare(threshold.amount) > 0;
  const taxable =
    isAboveLimit && isLarge ? taxablePart(amount, limit.amount, facts) : Money.zero(amount.currency);
  const inputs = {
    ...{ contribution: amount.toJSON(), months: String(facts.months), view: facts.view },
    ...{
      limit: limit.amount.toJSON(),
      turnover: facts.turnover.toJSON(),
      threshold: threshold.amount.toJSON(),
    },
  };
  const source = `${limit.source}; ${threshold.source}`;
  const reason = { rule: 'gst.society-exemption', found: taxable.toJSON(), source, inputs, because: [] };
  return { taxable, exempt: amount.subtract(taxable), reason };
}

function taxablePart(amount: Money, limit: Money, { view }: SocietyFacts): Money {
  return view === 'whole' ? amount : amount.subtract(limit);
}

function limitFor({ on, months }: SocietyFacts, currency: string): { amount: Money; source: string } {
  const { says, source } = societyExemption.on(on);
  const monthly = Money.parse(says, currency);
  return { amount: Money.of(monthly.minor * BigInt(months), currency), source };
}

function thresholdFor({ on, state }: SocietyFacts, currency: string): { amount: Money; source: string } {
  const { says, source } = registrationTurnover.on(on);
  return { amount: Money.parse(hasLowerThreshold(state) ? says.lower : says.usual, currency), source };
}
