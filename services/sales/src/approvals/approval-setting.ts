import type { ApprovalSettings } from '@dhanman/contracts';
import { DomainError, type Id, Money } from '@dhanman/kernel';

/** Who has said nothing issues without asking anybody. */
export const usualApproval: ApprovalSettings = { levels: 0, secondAbove: null };

export class SecondApprovalNotUsed extends DomainError {
  constructor() {
    const message = 'A limit for the second approval needs two levels: choose two, or leave it empty.';
    super('invalid', 'second-approval-not-used', message, { field: 'secondAbove' });
  }
}

/** How many approvals a document of this amount needs. */
export function approvalsNeeded({ levels, secondAbove }: ApprovalSettings, amount: Money): number {
  if (levels < 2 || secondAbove === null) return levels;
  return amount.compare(Money.parse(secondAbove, amount.currency)) > 0 ? 2 : 1;
}

interface Fields extends ApprovalSettings {
  readonly organizationId: Id;
  readonly companyId: Id;
  /** The company's own id: it has one setting. */
  readonly id: Id;
}

/** How a company approves what it sells. */
export class ApprovalSetting implements Fields {
  declare readonly organizationId: Id;
  declare readonly companyId: Id;
  declare readonly id: Id;
  declare readonly levels: number;
  declare readonly secondAbove: string | null;
  declare readonly version: number;

  private constructor(fields: Fields) {
    Object.assign(this, fields);
  }

  with({ levels, secondAbove }: ApprovalSettings): ApprovalSetting {
    if (secondAbove !== null && levels < 2) throw new SecondApprovalNotUsed();
    const next = secondAbove === null ? null : Money.parse(secondAbove, 'INR').toJSON();
    const isUnchanged = levels === this.levels && next === this.secondAbove;
    return isUnchanged ? this : new ApprovalSetting({ ...this, levels, secondAbove: next });
  }
}
