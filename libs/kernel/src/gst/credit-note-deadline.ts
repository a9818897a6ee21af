import { FinancialYear } from '../financial-year.js';
import { PlainDate } from '../plain-date.js';
import { creditNoteDeadline } from './rules.js';

/**
 * The last day on which a credit note still reduces the tax of a supply: a date after the financial year of the supply, or
 * the day of that year's annual return when that comes first.
 */
export function lastDayForCreditNote(suppliedOn: PlainDate, annualReturnOn?: PlainDate): PlainDate {
  const year = FinancialYear.containing(suppliedOn).next();
  // The law that matters is the one in force when the deadline comes, not at the time of supply.
  const { month, day } = creditNoteDeadline.on(year.end).says;
  const deadline = PlainDate.of(year.start.year, month, day);
  return annualReturnOn?.isBefore(deadline) ? annualReturnOn : deadline;
}
