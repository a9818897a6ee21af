import type { ReadBudgetVariance, ReadConsolidation, ReportDto } from '@dhanman/contracts';
import type { Id } from '@dhanman/kernel';
import { type Actor, Database, type ReportSpan, spanOf } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ReportAccount } from './account-tree.js';
import { consolidatedBudgetVariance } from './budget-variance.js';
import { plansOf } from './budget-variance.queries.js';
import { consolidatedTrialBalance } from './consolidation.js';
import { KnownBooks, type Moment } from './known-books.queries.js';
import { headed } from './reports.queries.js';
import type { Statement } from './statement.js';

interface Group {
  readonly moments: readonly Moment[];
  readonly span: ReportSpan;
  readonly chart: { readonly currency: string; readonly accounts: readonly ReportAccount[] };
}

/** Reports over several companies of one organization. */
@Injectable()
export class ConsolidationQueries {
  constructor(
    private readonly db: Database,
    private readonly known: KnownBooks,
  ) {}

  async trialBalance(actor: Actor, asked: ReadConsolidation): Promise<ReportDto> {
    return this.read(actor, asked, async (tx, { moments, span, chart }) => {
      const companies = [];
      for (const moment of moments)
        companies.push({ ...moment.company, turnovers: await this.turnovers(tx, moment, span) });
      return consolidatedTrialBalance({ ...chart, companies });
    });
  }

  async budgetVariance(actor: Actor, asked: ReadBudgetVariance): Promise<ReportDto> {
    return this.read(actor, asked, async (tx, { moments, span, chart }) => {
      const companies = [];
      for (const moment of moments) {
        const { planned } = await plansOf(tx, moment, span);
        companies.push({ ...moment.company, planned, turnovers: await this.turnovers(tx, moment, span) });
      }
      return consolidatedBudgetVariance({ ...chart, isZeroShown: asked.zeros === 'show' }, companies);
    });
  }

  /** The company of the route says which days and which currency; its column is the first. */
  private async read(
    actor: Actor,
    asked: ReadConsolidation,
    statementOf: (tx: EntityManager, group: Group) => Promise<Statement>,
  ): Promise<ReportDto> {
    return this.db.read(
      actor.in(undefined),
      async (tx) => {
        const first = await this.known.moment(tx, actor, asked.knownAt);
        const moments = await this.moments(tx, actor, first, asked.knownAt);
        const span = spanOf(asked, first.today, first.financialYearStartMonth);
        const accounts = await this.known.accounts(tx, first);
        const chart = { currency: first.currency, accounts };
        const statement = await statementOf(tx, { moments, span, chart });
        // Known as of the last change of any of them: asked for again with it, each is as it was.
        const knownAt = moments.map((moment) => moment.knownAt).reduce(later);
        return { ...headed(statement, { ...first, knownAt }, { span }), company: null, chain: null };
      },
      { isOneMoment: true, at: 'replica' },
    );
  }

  private async turnovers(tx: EntityManager, moment: Moment, span: ReportSpan) {
    const [turnovers = []] = await this.known.turnovers(tx, moment, [span]);
    return turnovers;
  }

  private async moments(
    tx: EntityManager,
    actor: Actor,
    first: Moment,
    knownAt: string | undefined,
  ): Promise<readonly Moment[]> {
    const others = await tx.query<{ id: Id }[]>(othersOf, [
      actor.organizationId,
      first.company.id,
      first.currency,
    ]);
    const mayRead = (id: Id): boolean =>
      actor.companyIds.has(id) && actor.in(id).may('dhanman.common.report.read');
    const readable = others.filter(({ id }) => mayRead(id));
    const moments = [first];
    for (const { id } of readable) moments.push(await this.known.moment(tx, actor.in(id), knownAt));
    return moments;
  }
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}

const othersOf = `
  select id from company where organization_id = $1 and id <> $2 and currency = $3 order by name, id`;
