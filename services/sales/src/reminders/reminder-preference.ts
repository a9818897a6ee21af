import type { ReminderPreference as Wanted, PaperLanguage } from '@dhanman/contracts';
import type { Id } from '@dhanman/kernel';

interface Fields extends Wanted {
  readonly organizationId: Id;
  readonly companyId: Id;
  /** Of its customer. */
  readonly id: Id;
}

/** What a customer wants of reminders; without one they are reminded in the language of the plan. */
export class ReminderPreference implements Fields {
  declare readonly organizationId: Id;
  declare readonly companyId: Id;
  declare readonly id: Id;
  declare readonly isReminded: boolean;
  declare readonly language: PaperLanguage | null;
  declare readonly version: number;

  private constructor(fields: Fields) {
    Object.assign(this, fields);
  }

  with({ isReminded, language }: Wanted): ReminderPreference {
    const isSame = isReminded === this.isReminded && language === this.language;
    return isSame ? this : new ReminderPreference({ ...this, isReminded, language });
  }
}

export const usualPreference: Wanted = { isReminded: true, language: null };

export function toDto({ isReminded, language }: Wanted): Wanted {
  return { isReminded, language };
}
