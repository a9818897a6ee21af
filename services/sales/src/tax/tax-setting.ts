import type { TaxSettings } from '@dhanman/contracts';
import { type Id, Money } from '@dhanman/kernel';

/** What a company that has said nothing is taken for: one below every threshold. */
export const usualSettings: TaxSettings = { isComposition: false, turnover: '0.00', societyView: 'whole' };

interface Fields extends TaxSettings {
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
  declare readonly version: number;

  private constructor(fields: Fields) {
    Object.assign(this, fields);
  }

  with({ isComposition, turnover, societyView }: TaxSettings): TaxSetting {
    const next = { isComposition, turnover: Money.parse(turnover, 'INR').toJSON(), societyView };
    const isUnchanged = isComposition === this.isComposition && next.turnover === this.turnover;
    return isUnchanged && societyView === this.societyView ? this : new TaxSetting({ ...this, ...next });
  }
}
