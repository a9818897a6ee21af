import type { ReminderSkip } from '@dhanman/contracts';

export interface Remindable {
  readonly stands: boolean;
  readonly isPaid: boolean;
  readonly isReminded: boolean;
  /** As in the head of a mail: several with commas between them. */
  readonly email: string | null;
}

/** Why a reminder is not sent after all. Who reminds by hand knows of the plan and of what the customer wants. */
export function whyNot(
  { isByHand }: { readonly isByHand: boolean },
  of: Remindable,
  isPlanActive: boolean,
): ReminderSkip | undefined {
  if (!of.stands) return 'not-owed';
  if (of.isPaid) return 'paid';
  if (!isByHand && !isPlanActive) return 'switched-off';
  if (!isByHand && !of.isReminded) return 'excepted';
  return of.email === null ? 'no-address' : undefined;
}
