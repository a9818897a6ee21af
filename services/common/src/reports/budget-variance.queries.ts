import type { BudgetLine, ReadBudgetVariance, ReportDto } from '@dhanman/contracts';
import { FinancialYear, type Id, Money } from '@dhanman/kernel';
import { type Actor, Database, type ReportSpan, spanOf } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { plannedWithin } from '../budgets/budget-share.js';
import { budgetVariance, type Planned } from './budget-variance.js';
import { KnownBooks, type Moment } from './known-books.queries.js';
import { headed } from './reports.queries.js';

@Injectable()
export class BudgetVarianceQueries {
  constructor(
    private readonly db: Database,
    private readonly known: KnownBooks,
  ) {}

  async read(actor: Actor, asked: ReadBudgetVariance): Promise<ReportDto> {
    return this.db.read(
      actor,
      async (tx) => {
        const moment = await this.known.moment(tx, actor, asked.knownAt);
        const span = spanOf(asked, moment.today, moment.financialYearStartMonth);
        const { planned, subject } = await plansOf(tx, moment, span);
        const accounts = await this.known.accounts(tx, moment);
        const [turnovers = []] = await this.known.turnovers(tx, moment, [span]);
        const { currency } = moment;
        const books = { currency, accounts, turnovers, isZeroShown: asked.zeros === 'show' };
        const statement = budgetVariance(books, planned);
        return headed(statement, moment, { span, subject: subject || undefined });
      },
      { isOneMoment: true, at: 'replica' },
    );
  }
}

/** What the budgets in force plan for each account, and which they are. */
export async function plansOf(
  tx: EntityManager,
  moment: Moment,
  span: ReportSpan,
): Promise<{ readonly planned: Planned; readonly subject: string }> {
  const budgets = await inForce(tx, moment, span);
  return { planned: plannedIn(budgets, moment, span), subject: budgets.map(nameOf).join(', ') };
}

interface BudgetRow {
  readonly label: string;
  readonly revision: number;
  readonly lines: readonly BudgetLine[];
}

function nameOf({ label, revision }: BudgetRow): string {
  return `${label} v${revision}`;
}

/** Of a span over several years each year's own budget. */
function plannedIn(budgets: readonly BudgetRow[], moment: Moment, span: ReportSpan): Planned {
  const { currency, financialYearStartMonth } = moment;
  const planned = new Map<Id, Money>();
  for (const { label, lines } of budgets) {
    const year = FinancialYear.parse(label, financialYearStartMonth);
    for (const { accountId, months } of lines) {
      const amounts = months.map((amount) => Money.parse(amount, currency));
      const share = plannedWithin(amounts, year, span);
      planned.set(accountId, (planned.get(accountId) ?? Money.zero(currency)).add(share));
    }
  }
  return planned;
}

/** The last approved one of each year that the span touches, as it was known at the moment. */
async function inForce(
  tx: EntityManager,
  { organizationId, company, knownAt }: Moment,
  { from, asOf }: ReportSpan,
): Promise<readonly BudgetRow[]> {
  return tx.query<BudgetRow[]>(inForceSql, [
    ...[organizationId, company.id, from.toString(), asOf.toString(), knownAt],
  ]);
}

const inForceSql = `
  select distinct on (starts_on) label, revision, lines
  from budget join financial_year year on year.organization_id = $1 and year.id = financial_year_id
  where budget.organization_id = $1 and budget.company_id = $2 and budget.state = 'approved'
    and starts_on <= $4::date and ends_on >= $3::date and approved_at <= $5::timestamptz
  order by starts_on, revision desc`;
