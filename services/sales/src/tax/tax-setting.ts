import type { TaxSettings } from '@dhanman/contracts';
import { type Id, Money } from '@dhanman/kernel';

/** What a company that has said nothing is taken for: one below every threshold. */
export const usualSettings = {
  ...{ isComposition: false, turnover: '0.00', societyView: 'whole', stateCode: null },
} as const satisfies TaxSettings;

interface Fields extends TaxSettings {
  readonly stateCode: string | null;
  readonly organizationId: Id;
  readonly companyId: Id;
  /** The company's own id: it has one setting. */
  readonly id: Id;
}

/** What the tax of a company depends on besides its registrations. */
export class TaxSetting implements Fields {
  declare readonly organizationId: Id;
  declare readonly companyId: Id;
  declare readonly id: Id;
  declare readonly isComposition: boolean;
  declare readonly turnover: string;
  declare readonly societyView: TaxSettings['societyView'];
  declare readonly stateCode: string | null;
  declare readonly version: number;

  private constructor(fields: Fields) {
    Object.assign(this, fields);
  }

  /** A state that is left out stays as it is. */
  with({ stateCode = this.stateCode, turnover, ...settings }: TaxSettings): TaxSetting {
    const next = { ...settings, stateCode, turnover: Money.parse(turnover, 'INR').toJSON() };
    return names.every((name) => next[name] === this[name]) ? this : new TaxSetting({ ...this, ...next });
  }
}

const names = ['isComposition', 'turnover', 'societyView', 'stateCode'] as const;
