import type { FinancialYearDto, FinancialYears, PeriodDto } from '@dhanman/contracts';
import { type Actor, Database, NotFound } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { AccountingPeriod, BooksYear } from './period.js';
import { AccountingPeriodTable, BooksYearTable } from './period.table.js';

@Injectable()
export class PeriodsQueries {
  constructor(private readonly db: Database) {}

  async years(actor: Actor): Promise<FinancialYears> {
    const where = { organizationId: actor.organizationId, companyId: actor.company };
    return this.db.read(actor, async (tx) => {
      const years = await tx.find(BooksYearTable, { where, order: { startsOn: 'DESC' } });
      const periods = await tx.find(AccountingPeriodTable, { where, order: { startsOn: 'ASC' } });
      const byYear = Map.groupBy(periods, ({ financialYearId }) => financialYearId);
      return { items: years.map((year) => yearDto(year, byYear.get(year.id) ?? [])) };
    });
  }

  async year(actor: Actor, { id }: Pick<BooksYear, 'id'>): Promise<FinancialYearDto> {
    const year = (await this.years(actor)).items.find((one) => one.id === id);
    if (!year) throw new NotFound('financial year');
    return year;
  }
}

function yearDto(year: BooksYear, periods: readonly AccountingPeriod[]): FinancialYearDto {
  const { id, label, startsOn, endsOn, state, closingEntryId, version } = year;
  return { id, label, startsOn, endsOn, state, closingEntryId, version, periods: periods.map(periodDto) };
}

export function periodDto({ id, startsOn, endsOn, state, version }: AccountingPeriod): PeriodDto {
  return { id, startsOn, endsOn, state, version };
}
