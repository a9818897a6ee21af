import { FinancialYear } from '@dhanman/kernel';

/** 2027-28 after 2026-27, and 2027 after 2026 where years are those of the calendar. */
export function nextYear(label: string): string {
  const startMonth = label.includes('-') ? 4 : 1;
  return FinancialYear.parse(label, startMonth).next().label;
}
