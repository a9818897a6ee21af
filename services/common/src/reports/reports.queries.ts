import type { ReadReport, ReportDto } from '@dhanman/contracts';
import { type Actor, Database, comparedSpan, type ReportSpan, spanOf } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import { balanceSheet } from './balance-sheet.js';
import type { Books } from './balances.js';
import { cashFlow } from './cash-flow.js';
import { KnownBooks, type Moment } from './known-books.queries.js';
import { profitAndLoss } from './profit-and-loss.js';
import type { Statement } from './statement.js';
import { trialBalance } from './trial-balance.js';

/** Reports over all accounts are functions of the books; here they get them. */
const statements = {
  'trial-balance': trialBalance,
  'profit-and-loss': profitAndLoss,
  'balance-sheet': balanceSheet,
  'cash-flow': cashFlow,
} as const satisfies Readonly<Record<string, (books: Books) => Statement>>;

export type StatementName = keyof typeof statements;

@Injectable()
export class ReportsQueries {
  constructor(
    private readonly db: Database,
    private readonly known: KnownBooks,
  ) {}

  async read(actor: Actor, name: StatementName, asked: ReadReport): Promise<ReportDto> {
    return this.db.read(
      actor,
      async (tx) => {
        const moment = await this.known.moment(tx, actor, asked.knownAt);
        const { currency, financialYearStartMonth: startMonth } = moment;
        const span = spanOf(asked, moment.today, startMonth);
        const before =
          asked.compareAsOf === undefined ? undefined : comparedSpan(span, asked.compareAsOf, startMonth);
        const accounts = await this.known.accounts(tx, moment);
        const spans = before ? [span, before] : [span];
        const [turnovers = [], compared] = await this.known.turnovers(tx, moment, spans, asked);
        const isZeroShown = asked.zeros === 'show';
        const statement = statements[name]({ currency, accounts, turnovers, compared, isZeroShown });
        return headed(statement, moment, { span, before });
      },
      { isOneMoment: true, at: 'replica' },
    );
  }
}

interface Head {
  readonly span: ReportSpan;
  readonly before?: ReportSpan | undefined;
  readonly subject?: string | undefined;
  readonly nextCursor?: string | null;
}

/** The statement with what a reader has to know of it: whose it is, of when, and known when. */
export function headed(statement: Statement, moment: Moment, head: Head): ReportDto {
  const { company, currency, knownAt, chain } = moment;
  const { span, before, subject = null, nextCursor = null } = head;
  return {
    ...{ name: statement.name, company, currency, subject },
    ...{ from: span.from.toString(), asOf: span.asOf.toString(), knownAt },
    compare: before ? { from: before.from.toString(), asOf: before.asOf.toString() } : null,
    ...{ columns: statement.columns, rows: statement.rows, checks: statement.checks, chain, nextCursor },
  };
}
