import type { TransactionLine } from '@dhanman/contracts';
import { Money, PlainDate } from '@dhanman/kernel';
import { type Actor, atVersion, change, Database, type Scope } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import { type EntityManager, LessThan, MoreThan, Not } from 'typeorm';
import { JournalService } from '../ledger/journal.service.js';
import { LedgerService } from '../ledger/ledger.service.js';
import { ReversalsService } from '../ledger/reversals.service.js';
import { closingLines, type Result } from './closing.js';
import { YearAfterClosed, YearBeforeOpen } from './period-errors.js';
import type { BooksYear, BooksYearId } from './period.js';
import { BooksYearTable } from './period.table.js';

/** Closing, reopening and auditing a year: each is one transaction, alone with the books. */
@Injectable()
export class YearEndService {
  constructor(
    private readonly db: Database,
    private readonly journal: JournalService,
    private readonly ledger: LedgerService,
    private readonly reversals: ReversalsService,
  ) {}

  /** Moves what was earned and spent into retained earnings, and lets nothing more in. Balances carry over by themselves. */
  async close(actor: Actor, id: BooksYearId, version: number): Promise<BooksYear> {
    return this.alone(actor, id, async (tx, scope, year) => {
      atVersion(year, version).mustBeOpen();
      const earlier = await this.neighbour(tx, year, { state: 'open', startsOn: LessThan(year.startsOn) });
      if (earlier) throw new YearBeforeOpen(earlier.label);
      const entryId = await this.postClosing(tx, scope, actor, year);
      return year.closed(entryId);
    });
  }

  /** Takes the closing entry back. Later years must be open, for they stand on this one. */
  async reopen(actor: Actor, id: BooksYearId, version: number, reason: string): Promise<BooksYear> {
    const year = await this.alone(
      actor,
      id,
      async (tx, _, closed) => {
        const later = await this.neighbour(tx, closed, {
          state: Not('open'),
          startsOn: MoreThan(closed.startsOn),
        });
        if (later) throw new YearAfterClosed(later.label);
        return atVersion(closed, version).reopened();
      },
      async (tx, scope, closed) => {
        if (closed.closingEntryId === null) return;
        const reversal = { on: PlainDate.parse(closed.endsOn), reason, by: actor.userId };
        await this.reversals.reverseEntry(tx, scope, closed.closingEntryId, reversal);
      },
    );
    return year;
  }

  /** For good: an audited year is never opened again. */
  async audit(actor: Actor, id: BooksYearId, version: number): Promise<BooksYear> {
    return this.alone(actor, id, (_, __, year) => Promise.resolve(atVersion(year, version).audited()));
  }

  private async alone(
    actor: Actor,
    id: BooksYearId,
    next: (tx: EntityManager, scope: Scope, year: BooksYear) => Promise<BooksYear>,
    after: (tx: EntityManager, scope: Scope, before: BooksYear) => Promise<void> = () => Promise.resolve(),
  ): Promise<BooksYear> {
    const scope = { organizationId: actor.organizationId, companyId: actor.company };
    return this.db.transaction(actor, async (tx) => {
      await this.journal.lock(tx, scope);
      let before: BooksYear | undefined;
      const changed = await change(tx, BooksYearTable, actor.key(id), (year) => {
        before = year;
        return next(tx, scope, year);
      });
      if (before) await after(tx, scope, before);
      return changed;
    });
  }

  private async neighbour(
    tx: EntityManager,
    { organizationId, companyId }: BooksYear,
    where: object,
  ): Promise<BooksYear | null> {
    return tx.findOne(BooksYearTable, {
      where: { organizationId, companyId, ...where },
      order: { startsOn: 'ASC' },
    });
  }

  private async postClosing(tx: EntityManager, scope: Scope, actor: Actor, year: BooksYear) {
    const { organizationId, companyId, startsOn, endsOn, label, id } = year;
    const { books } = await this.journal.lock(tx, scope);
    const rows = await tx.query<{ account: string; net: string }[]>(results, [
      ...[organizationId, companyId, startsOn, endsOn],
    ]);
    const found = rows.map(({ account, net }): Result => ({
      account,
      net: Money.parse(net, books.currency),
    }));
    const lines: readonly TransactionLine[] = closingLines(found, books.currency);
    if (lines.length === 0) return null;
    const version = await closings(tx, year);
    const source = { document: 'financial-year', id, version, purpose: 'close' };
    const request = {
      source,
      on: endsOn,
      currency: books.currency,
      narration: `Closing of ${label}`,
      lines: [...lines],
    };
    const asked = { service: 'common', by: actor.userId, kind: 'closing', request } as const;
    return (await this.ledger.post(tx, scope, asked)).entryId;
  }
}

/** Which time this is; each closing of a year is a document version of its own. */
async function closings(tx: EntityManager, { organizationId, id }: BooksYear): Promise<number> {
  const [row] = await tx.query<{ next: number }[]>(
    `select coalesce(max(source_version), 0) + 1 as next from journal_entry where organization_id = $1
       and source_service = 'common' and source_document = 'financial-year' and source_id = $2 and source_purpose = 'close'`,
    [organizationId, id],
  );
  return row?.next ?? 1;
}

// Closings that were taken back cancel out, so that they may as well be counted.
const results = `
  select code as account, trim_scale(sum(debit - credit))::text as net
  from account_day day join account on account.organization_id = day.organization_id and account.id = account_id
  where day.organization_id = $1 and company_id = $2 and entered_on between $3 and $4
    and class in ('revenue', 'expense')
  group by code having sum(debit) <> sum(credit) order by code`;
