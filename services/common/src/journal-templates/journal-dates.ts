import type { JournalRecurrence } from '@dhanman/contracts';
import type { PlainDate } from '@dhanman/kernel';

export function reversalOf({ reverses }: JournalRecurrence, on: PlainDate): PlainDate | undefined {
  return reverses === 'next-month' ? on.endOfMonth().addDays(1) : undefined;
}
