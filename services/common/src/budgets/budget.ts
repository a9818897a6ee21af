import type { BudgetLine, BudgetState } from '@dhanman/contracts';
import type { Id } from '@dhanman/kernel';
import type { Return } from '../manual-journals/manual-journal.js';
import type { BudgetContent } from './budget-content.js';
import { BudgetApproverWroteIt, BudgetEmpty, BudgetNotDraft, BudgetNotSubmitted } from './budget-errors.js';

export type BudgetId = Id<'Budget'>;

interface Identity {
  readonly organizationId: Id;
  readonly companyId: Id;
  readonly id: BudgetId;
}

/** Of which year, and which of its budgets this is. */
interface Place {
  readonly financialYearId: Id;
  readonly revision: number;
  readonly currency: string;
}

interface Fields extends Identity, Place, BudgetContent {
  readonly state: BudgetState;
  readonly writtenBy: readonly string[];
  readonly approvedBy: string | null;
  readonly approvedByAuthor: boolean;
  readonly returned: Return | null;
}

/**
 * What a company means to earn and spend in a year. Nobody approves what they had a hand in, unless there is nobody else and the
 * company allows it, and then it stays as it is.
 */
export class Budget implements Fields {
  declare readonly organizationId: Id;
  declare readonly companyId: Id;
  declare readonly id: BudgetId;
  declare readonly financialYearId: Id;
  /** Of its year, from 1; the last approved one is in force. */
  declare readonly revision: number;
  declare readonly currency: string;
  declare readonly lines: readonly BudgetLine[];
  declare readonly income: string;
  declare readonly expense: string;
  declare readonly state: BudgetState;
  declare readonly writtenBy: readonly string[];
  declare readonly approvedBy: string | null;
  /** Whoever looks at the budget or at its trail sees that nobody else looked at it. */
  declare readonly approvedByAuthor: boolean;
  declare readonly returned: Return | null;
  declare readonly version: number;
  declare readonly createdAt: Date;
  declare readonly updatedAt: Date;

  private constructor(fields: Fields) {
    Object.assign(this, fields);
  }

  static draft(identity: Identity, place: Place, content: BudgetContent, by: string): Budget {
    const begun = { state: 'draft', writtenBy: [by], returned: null } as const;
    const approval = { approvedBy: null, approvedByAuthor: false };
    return new Budget({ ...identity, ...place, ...content, ...begun, ...approval });
  }

  replaced(content: BudgetContent, by: string): Budget {
    this.mustBeDraft();
    return this.with({ ...content, writtenBy: this.including(by) });
  }

  submitted(by: string): Budget {
    this.mustBeDraft();
    if (this.lines.length === 0) throw new BudgetEmpty();
    return this.with({ state: 'submitted', writtenBy: this.including(by), returned: null });
  }

  withdrawn(): Budget {
    this.mustBeSubmitted();
    return this.with({ state: 'draft' });
  }

  returnedBy({ by, at, reason }: Return): Budget {
    return this.withdrawn().with({ returned: { by, at, reason: reason.trim() } });
  }

  approvedNow(by: string, mayBeAuthor = false): Budget {
    this.mustBeSubmitted();
    const approvedByAuthor = this.writtenBy.includes(by);
    if (approvedByAuthor && !mayBeAuthor) throw new BudgetApproverWroteIt();
    return this.with({ state: 'approved', approvedBy: by, approvedByAuthor });
  }

  discarded(): Budget {
    this.mustBeDraft();
    return this.with({ state: 'discarded' });
  }

  mustBeDraft(): void {
    if (this.state !== 'draft') throw new BudgetNotDraft(this.state);
  }

  private mustBeSubmitted(): void {
    if (this.state !== 'submitted') throw new BudgetNotSubmitted(this.state);
  }

  private including(one: string): readonly string[] {
    return this.writtenBy.includes(one) ? this.writtenBy : [...this.writtenBy, one];
  }

  private with(changes: Partial<Fields>): Budget {
    return new Budget({ ...this, ...changes });
  }
}
