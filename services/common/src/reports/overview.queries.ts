import type { OverviewDto, ReadOverview } from '@dhanman/contracts';
import { FinancialYear, PlainDate } from '@dhanman/kernel';
import { type Actor, Database } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import { KnownBooks } from './known-books.queries.js';
import { overview } from './overview.js';

@Injectable()
export class OverviewQueries {
  constructor(
    private readonly db: Database,
    private readonly known: KnownBooks,
  ) {}

  async read(actor: Actor, asked: ReadOverview): Promise<OverviewDto> {
    return this.db.read(
      actor,
      async (tx) => {
        const moment = await this.known.moment(tx, actor, undefined);
        const { currency, knownAt, financialYearStartMonth } = moment;
        const asOf = asked.asOf === undefined ? moment.today : PlainDate.parse(asked.asOf);
        const year = FinancialYear.containing(asOf, financialYearStartMonth);
        const begun = year.months().filter(({ start }) => !asOf.isBefore(start));
        const spans = begun.map(({ start, end }) => ({ from: start, asOf: end.isBefore(asOf) ? end : asOf }));
        const accounts = await this.known.accounts(tx, moment);
        const turnovers = await this.known.turnovers(tx, moment, spans);
        return {
          ...{ currency, from: year.start.toString(), asOf: asOf.toString(), knownAt },
          ...overview({ currency, accounts, spans, turnovers }),
        };
      },
      { isOneMoment: true, at: 'replica' },
    );
  }
}
