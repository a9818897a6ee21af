import type { NumberSeries } from '@dhanman/contracts';
import type { Id } from '@dhanman/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { BookAccount, Books, BookYear } from './books.js';

/** More companies than this at work at the same time read their books more than once. */
const most = 500;

/**
 * Remembers the books of companies under the revision that their head row carries. Whatever changes them moves the
 * revision in the same transaction, so that what is remembered is either right or not asked for.
 */
@Injectable()
export class BooksService {
  private readonly known = new Map<Id, { readonly revision: string; readonly books: Books }>();

  /** For a transaction that has locked the head of the company, and read this revision there. */
  async at(tx: EntityManager, companyId: Id, revision: string): Promise<Books> {
    const remembered = this.known.get(companyId);
    if (remembered?.revision === revision) return remembered.books;
    const books = await read(tx, companyId);
    this.known.delete(companyId);
    this.known.set(companyId, { revision, books });
    const [oldest] = this.known.keys();
    if (this.known.size > most && oldest !== undefined) this.known.delete(oldest);
    return books;
  }
}

interface Row {
  readonly currency: string;
  readonly isActive: boolean;
  readonly numberSeries: NumberSeries;
  readonly accounts: readonly BookAccount[];
  readonly branches: Readonly<Record<string, string>>;
  readonly years: readonly BookYear[];
}

async function read(tx: EntityManager, companyId: Id): Promise<Books> {
  const [row] = await tx.query<Row[]>(everything, [companyId]);
  if (!row) throw new Error('A company with a head row is gone.');
  const { currency, isActive, numberSeries, accounts, branches, years } = row;
  const withRole = accounts.filter(({ role }) => role !== null);
  return {
    ...{ currency, isActive, years, branches: new Map(Object.entries(branches)) },
    numbers: numberSeries['journal-entry'] ?? { prefix: 'JV', digits: 6 },
    accounts: new Map(accounts.map((account) => [account.code, account])),
    roles: new Map(withRole.map((account) => [account.role ?? '', account])),
  };
}

const everything = `
  select currency, is_active as "isActive", number_series as "numberSeries",
    (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'code', code, 'role', role, 'partyKind', party_kind,
       'isPostable', is_postable, 'isActive', is_active)), '[]') from account) as accounts,
    (select coalesce(jsonb_object_agg(id, code), '{}') from branch where company_id = $1) as branches,
    (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'code', code, 'startsOn', starts_on, 'endsOn', ends_on,
       'isOpen', state = 'open', 'locked', (
         select coalesce(jsonb_agg(jsonb_build_object('startsOn', starts_on, 'endsOn', ends_on)), '[]')
         from accounting_period period where period.organization_id = year.organization_id
           and financial_year_id = year.id and period.state = 'locked'))), '[]')
     from financial_year year where company_id = $1) as years
  from company where id = $1`;
