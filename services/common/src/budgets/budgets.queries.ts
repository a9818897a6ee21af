import type { BudgetDto, BudgetPlan, Budgets, BudgetSummary, PlannedAccount } from '@dhanman/contracts';
import { FinancialYear } from '@dhanman/kernel';
import { type Actor, Database, NotFound } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import { ownApproval } from '../manual-journals/own-approval.service.js';
import { PeopleService } from '../people/people.service.js';
import type { AccountNode } from '../reports/account-tree.js';
import { YearlyActualsService } from '../reports/yearly-actuals.service.js';
import type { Budget, BudgetId } from './budget.js';

type Row = Budget &
  Pick<BudgetSummary, 'financialYear' | 'isInForce'> & { readonly approvedAt: string | null };
type Names = ReadonlyMap<string, string>;

const approval = 'dhanman.common.budget.approve';

@Injectable()
export class BudgetsQueries {
  constructor(
    private readonly db: Database,
    private readonly people: PeopleService,
    private readonly actuals: YearlyActualsService,
  ) {}

  async get(actor: Actor, id: BudgetId): Promise<BudgetDto> {
    return this.db.read(actor, async (tx) => {
      const [row] = await tx.query<Row[]>(`select * from (${rowsSql}) found where id = $3`, [
        ...[actor.organizationId, actor.company, id],
      ]);
      if (!row) throw new NotFound('budget');
      const summary = summaryOf(row, await this.people.names(tx, peopleOf(row)));
      const mayApproveOwn = row.state === 'submitted' && (await ownApproval(tx, actor, approval, row));
      return { ...summary, lines: [...row.lines], mayApproveOwn };
    });
  }

  /** What was discarded is not among them. */
  async list(actor: Actor): Promise<Budgets> {
    return this.db.read(actor, async (tx) => {
      const rows = await tx.query<Row[]>(
        `select * from (${rowsSql}) found where state <> 'discarded' order by "startsOn" desc, revision desc`,
        [actor.organizationId, actor.company],
      );
      const names = await this.people.names(tx, rows.flatMap(peopleOf));
      return { items: rows.map((row) => summaryOf(row, names)) };
    });
  }

  async plan(actor: Actor, id: BudgetId): Promise<BudgetPlan> {
    const { organizationId, company } = actor;
    return this.db.read(
      actor,
      async (tx) => {
        const [of] = await tx.query<YearRow[]>(yearSql, [organizationId, company, id]);
        if (!of) throw new NotFound('budget');
        const lastYear = FinancialYear.parse(of.label, of.startMonth).previous();
        const open = await tx.query<{ id: string }[]>(openSql, [organizationId, id]);
        const nodes = await this.actuals.ofYear(tx, actor, lastYear);
        const taking = new Set(open.map((account) => account.id));
        const planned = nodes.map((node) => plannedAccount(node, taking));
        return { lastYear: lastYear.label, accounts: planned };
      },
      { isOneMoment: true },
    );
  }
}

function plannedAccount(
  { account, depth, figures }: AccountNode,
  taking: ReadonlySet<string>,
): PlannedAccount {
  const { id, code, name } = account;
  return {
    ...{
      accountId: id,
      code,
      name,
      class: account.class === 'revenue' ? 'revenue' : 'expense',
      level: depth,
    },
    takesAmounts: taking.has(id),
    lastYear: figures.map((figure) => figure.toJSON()),
  };
}

function peopleOf({ writtenBy, approvedBy, returned }: Row): readonly string[] {
  return [...writtenBy, ...(approvedBy === null ? [] : [approvedBy]), ...(returned ? [returned.by] : [])];
}

function summaryOf(row: Row, names: Names): BudgetSummary {
  const { id, companyId, financialYearId, financialYear, revision, currency, income, expense } = row;
  const { state, isInForce, approvedBy, approvedAt, returned, version, createdAt, updatedAt } = row;
  const person = (by: string) => ({ id: by, name: names.get(by) ?? null });
  return {
    ...{
      id,
      companyId,
      financialYearId,
      financialYear,
      revision,
      currency,
      income,
      expense,
      state,
      isInForce,
    },
    writtenBy: row.writtenBy.map(person),
    approved:
      approvedBy === null || approvedAt === null
        ? null
        : { by: person(approvedBy), at: approvedAt, byAuthor: row.approvedByAuthor },
    returned: returned && { ...returned, by: person(returned.by) },
    version,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

interface YearRow {
  readonly label: string;
  readonly startMonth: number;
}

const rowsSql = `
  select budget.id, budget.company_id as "companyId", financial_year_id as "financialYearId", revision, currency, lines,
    label as "financialYear", starts_on as "startsOn", income::text as income, expense::text as expense,
    budget.state, written_by as "writtenBy", approved_by as "approvedBy",
    approved_by_author as "approvedByAuthor", returned, budget.version,
    to_char(approved_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "approvedAt",
    budget.created_at as "createdAt", budget.updated_at as "updatedAt",
    budget.state = 'approved' and not exists (
      select from budget later where later.organization_id = $1 and later.financial_year_id = budget.financial_year_id
        and later.state = 'approved' and later.revision > budget.revision) as "isInForce"
  from budget join financial_year year on year.organization_id = $1 and year.id = financial_year_id
  where budget.organization_id = $1 and budget.company_id = $2`;

const yearSql = `
  select label, financial_year_start_month as "startMonth"
  from budget join financial_year year on year.organization_id = $1 and year.id = financial_year_id
  join company on company.organization_id = $1 and company.id = budget.company_id
  where budget.organization_id = $1 and budget.company_id = $2 and budget.id = $3`;

/** An account out of use takes no more, unless something is planned for it already. */
const openSql = `
  select id from account where organization_id = $1 and class in ('revenue', 'expense') and is_postable
    and (is_active or exists (
      select from budget, jsonb_to_recordset(lines) as line ("accountId" uuid)
      where budget.organization_id = $1 and budget.id = $2 and line."accountId" = account.id))`;
