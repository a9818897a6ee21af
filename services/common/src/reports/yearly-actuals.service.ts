import { type FinancialYear, type Id, Money } from '@dhanman/kernel';
import type { Actor } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type AccountNode, accountTree } from './account-tree.js';
import { isOfResult, movement, onSide, type Turnover } from './balances.js';
import { KnownBooks } from './known-books.queries.js';

/** What the accounts of income and expense came to in each month of a year, as a reader of a statement sees it. */
@Injectable()
export class YearlyActualsService {
  constructor(private readonly known: KnownBooks) {}

  /** All of them as a tree; groups have the sums of what is below them. */
  async ofYear(tx: EntityManager, actor: Actor, year: FinancialYear): Promise<readonly AccountNode[]> {
    const moment = await this.known.moment(tx, actor, undefined);
    const accounts = (await this.known.accounts(tx, moment)).filter(isOfResult);
    const spans = year.months().map(({ start, end }) => ({ from: start, asOf: end }));
    const months = await this.known.turnovers(tx, moment, spans);
    const byMonth = months.map((turnovers) => new Map(turnovers.map((one) => [one.accountId, one])));
    const zero = Money.zero(moment.currency);
    const figures = new Map<Id, readonly Money[]>(
      accounts.map((account) => [
        account.id,
        byMonth.map((month) => valueOf(account.class, month.get(account.id)) ?? zero),
      ]),
    );
    return accountTree(accounts, figures, { zero: byMonth.map(() => zero), isZeroShown: true });
  }
}

function valueOf(of: string, turnover: Turnover | undefined): Money | undefined {
  return turnover && onSide(of === 'revenue' ? 'credit' : 'debit', movement(turnover));
}
