import type { CreditNoteDto } from '@dhanman/contracts';
import { lastDayForCreditNote, PlainDate } from '@dhanman/kernel';

/** A note that comes too late still lowers what the customer owes, but not the tax that is owed to the government. */
export function lateWarnings(invoiceOn: string, on: string): CreditNoteDto['warnings'] {
  const last = lastDayForCreditNote(PlainDate.parse(invoiceOn));
  if (!last.isBefore(PlainDate.parse(on))) return [];
  const message = `Notes for this invoice reduce the tax until ${last.toString()} only: agree with your accountant before you issue it.`;
  return [{ code: 'credit-note-after-last-day', message, source: 'CGST Act, section 34(2)' }];
}
