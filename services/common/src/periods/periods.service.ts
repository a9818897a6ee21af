import { FinancialYear, newId, PlainDate } from '@dhanman/kernel';
import { type Actor, add, atVersion, change, Database, NotFound } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Company } from '../companies/company.js';
import { JournalService } from '../ledger/journal.service.js';
import { YearNotNext } from './period-errors.js';
import { AccountingPeriod, BooksYear, type PeriodId } from './period.js';
import { AccountingPeriodTable, BooksYearTable } from './period.table.js';

/**
 * The months and years of a company's books. Whoever changes one holds the head of the books, as postings do: what was
 * being posted is in before it closes, and what comes later is refused.
 */
@Injectable()
export class PeriodsService {
  constructor(
    private readonly db: Database,
    private readonly journal: JournalService,
  ) {}

  /** A company begins with the present year and the one before, from which its opening balances come. */
  async begin(tx: EntityManager, company: Company, now: Date): Promise<void> {
    const { timeZone, financialYearStartMonth } = company;
    const present = FinancialYear.containing(PlainDate.at(now, timeZone), financialYearStartMonth);
    for (const year of [present.previous(), present]) await open(tx, company, year);
  }

  async openYear(actor: Actor, label: string): Promise<BooksYear> {
    const of = { organizationId: actor.organizationId, companyId: actor.company };
    return this.db.transaction(actor, async (tx) => {
      await this.journal.lock(tx, of);
      const years = await tx.find(BooksYearTable, { where: of, order: { startsOn: 'ASC' } });
      const [first, last] = [years.at(0), years.at(-1)].map((year) => year && kernelYear(year));
      if (!first || !last) throw new NotFound('financial year');
      const wanted = FinancialYear.parse(label, first.startMonth);
      const [before, after] = [first.previous(), last.next()];
      if (!wanted.equals(before) && !wanted.equals(after)) throw new YearNotNext(before.label, after.label);
      return open(tx, { organizationId: of.organizationId, id: of.companyId as Company['id'] }, wanted);
    });
  }

  /** Nothing is entered into the month any more, until somebody unlocks it. Both are in the audit trail. */
  async lock(actor: Actor, id: PeriodId, version: number): Promise<AccountingPeriod> {
    return this.set(actor, id, (period) => atVersion(period, version).locked());
  }

  async unlock(actor: Actor, id: PeriodId, version: number): Promise<AccountingPeriod> {
    return this.set(actor, id, (period) => atVersion(period, version).unlocked());
  }

  private async set(
    actor: Actor,
    id: PeriodId,
    next: (period: AccountingPeriod) => AccountingPeriod,
  ): Promise<AccountingPeriod> {
    return this.db.transaction(actor, async (tx) => {
      await this.journal.lock(tx, { organizationId: actor.organizationId, companyId: actor.company });
      return change(tx, AccountingPeriodTable, actor.key(id), async (period) => {
        const key = { organizationId: actor.organizationId, id: period.financialYearId };
        const year = await tx.findOneByOrFail(BooksYearTable, key);
        year.mustBeOpen();
        return next(period);
      });
    });
  }
}

function kernelYear({ startsOn }: BooksYear): FinancialYear {
  const start = PlainDate.parse(startsOn);
  return FinancialYear.starting(start.year, start.month);
}

async function open(
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
