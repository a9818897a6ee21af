import type { BudgetLine, FillBudget } from '@dhanman/contracts';
import { Clock, FinancialYear, type Id, newId } from '@dhanman/kernel';
import { type Actor, add, atVersion, change, Database, NotFound, PermissionMissing } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ownApproval } from '../manual-journals/own-approval.service.js';
import { YearlyActualsService } from '../reports/yearly-actuals.service.js';
import { type BudgetAccounts, type BudgetAccount, contentOf } from './budget-content.js';
import { BudgetAboveLimit } from './budget-errors.js';
import { filled, type LastYear } from './budget-plan.js';
import { Budget, type BudgetId } from './budget.js';
import { BudgetTable } from './budget.table.js';

const approval = 'dhanman.common.budget.approve';

@Injectable()
export class BudgetsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly actuals: YearlyActualsService,
  ) {}

  /** The next revision of its year: as the approved one is, or empty. */
  async begin(actor: Actor, financialYearId: Id): Promise<Budget> {
    return this.db.transaction(actor, async (tx) => {
      const { currency } = await yearOf(tx, actor, financialYearId);
      const earlier = await tx.find(BudgetTable, {
        where: { organizationId: actor.organizationId, companyId: actor.company, financialYearId },
        order: { revision: 'DESC' },
      });
      const inForce = earlier.find(({ state }) => state === 'approved');
      const revision = (earlier[0]?.revision ?? 0) + 1;
      const { lines = [], income = '0.00', expense = '0.00' } = inForce ?? {};
      const place = { financialYearId, revision, currency };
      const identity = actor.key(newId<'Budget'>());
      return add(tx, BudgetTable, Budget.draft(identity, place, { lines, income, expense }, actor.userId));
    });
  }

  async replace(actor: Actor, id: BudgetId, version: number, lines: readonly BudgetLine[]): Promise<Budget> {
    return this.turn(actor, id, version, async (budget, tx) =>
      budget.replaced(contentOf(lines, await accountsIn(tx, actor), budget.currency), actor.userId),
    );
  }

  /** From what the year before came to, so many per cent more or less. */
  async fill(actor: Actor, id: BudgetId, version: number, how: FillBudget): Promise<Budget> {
    return this.turn(actor, id, version, async (budget, tx) => {
      budget.mustBeDraft();
      const { label, startMonth } = await yearOf(tx, actor, budget.financialYearId);
      const accounts = await accountsIn(tx, actor);
      const nodes = await this.actuals.ofYear(tx, actor, FinancialYear.parse(label, startMonth).previous());
      const lastYear: LastYear = new Map(
        nodes
          .filter(({ account, figures }) => isPlanned(accounts.get(account.id), how) && hasFigures(figures))
          .map(({ account, figures }) => [account.id, figures]),
      );
      const lines = filled(budget.lines, lastYear, how);
      return budget.replaced(contentOf(lines, accounts, budget.currency), actor.userId);
    });
  }

  async submit(actor: Actor, id: BudgetId, version: number): Promise<Budget> {
    return this.turn(actor, id, version, (budget) => budget.submitted(actor.userId));
  }

  async withdraw(actor: Actor, id: BudgetId, version: number): Promise<Budget> {
    return this.turn(actor, id, version, (budget) => budget.withdrawn());
  }

  async return(actor: Actor, id: BudgetId, version: number, reason: string): Promise<Budget> {
    const returned = { by: actor.userId, at: this.clock.now().toISOString(), reason };
    return this.turn(actor, id, version, (budget) => budget.returnedBy(returned));
  }

  async approve(actor: Actor, id: BudgetId, version: number): Promise<Budget> {
    return this.turn(actor, id, version, async (budget, tx) => {
      mayApprove(actor, budget.expense);
      return budget.approvedNow(actor.userId, await ownApproval(tx, actor, approval, budget));
    });
  }

  async discard(actor: Actor, id: BudgetId, version: number): Promise<Budget> {
    return this.turn(actor, id, version, (budget) => budget.discarded());
  }

  private async turn(
    actor: Actor,
    id: BudgetId,
    version: number,
    next: (budget: Budget, tx: EntityManager) => Budget | Promise<Budget>,
  ): Promise<Budget> {
    return this.db.transaction(actor, (tx) =>
      change(tx, BudgetTable, actor.key(id), (current) => next(atVersion(current, version), tx)),
    );
  }
}

/** Above the limit of a role somebody else decides: what is planned to be spent is what counts. */
function mayApprove(actor: Actor, expense: string): void {
  const decision = actor.decide(approval, expense);
  if (decision.isAllowed) return;
  if (decision.because === 'permission-missing') throw new PermissionMissing(approval);
  throw new BudgetAboveLimit(decision.limit);
}

function isPlanned(account: BudgetAccount | undefined, { accountIds }: FillBudget): boolean {
  // What was named and cannot be planned is refused by name; without names it is passed over, like what is out of use.
  return account !== undefined && (accountIds !== undefined || (account.isPostable && account.isActive));
}

function hasFigures(figures: readonly { readonly isZero: boolean }[]): boolean {
  return figures.some(({ isZero }) => !isZero);
}

interface YearRow {
  readonly label: string;
  readonly startMonth: number;
  readonly currency: string;
}

async function yearOf(tx: EntityManager, { organizationId, company }: Actor, id: Id): Promise<YearRow> {
  const [row] = await tx.query<YearRow[]>(
    `select label, financial_year_start_month as "startMonth", currency
     from financial_year year join company on company.organization_id = year.organization_id and company.id = company_id
     where year.organization_id = $1 and company_id = $2 and year.id = $3`,
    [organizationId, company, id],
  );
  if (!row) throw new NotFound('financial-year');
  return row;
}

async function accountsIn(tx: EntityManager, { organizationId }: Actor): Promise<BudgetAccounts> {
  const rows = await tx.query<(BudgetAccount & { readonly id: string })[]>(
    `select id, code, class, is_postable as "isPostable", is_active as "isActive" from account
     where organization_id = $1 and class in ('revenue', 'expense')`,
    [organizationId],
  );
  return new Map(rows.map(({ id, ...account }) => [id, account]));
}
