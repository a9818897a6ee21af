import { FinancialYear, newId, PlainDate } from '@dhanman/kernel';
import { add } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Company } from '../companies/company.js';
import { AccountingPeriod, BooksYear } from './period.js';
import { AccountingPeriodTable, BooksYearTable } from './period.table.js';

@Injectable()
export class PeriodsService {
  /** A company begins with the present year and the one before, from which its opening balances come. */
  async begin(tx: EntityManager, company: Company, now: Date): Promise<void> {
    const { timeZone, financialYearStartMonth } = company;
    const present = FinancialYear.containing(PlainDate.at(now, timeZone), financialYearStartMonth);
    for (const year of [present.previous(), present]) await this.open(tx, company, year);
  }

  async open(
    tx: EntityManager,
    { organizationId, id: companyId }: Pick<Company, 'organizationId' | 'id'>,
    year: FinancialYear,
  ): Promise<BooksYear> {
    const of = { organizationId, companyId };
    const opened = await add(tx, BooksYearTable, BooksYear.open({ ...of, id: newId<'BooksYear'>() }, year));
    for (const month of year.months()) {
      const identity = { ...of, id: newId<'AccountingPeriod'>() };
      await add(tx, AccountingPeriodTable, AccountingPeriod.open(identity, opened.id, month));
    }
    return opened;
  }
}
