// The balances that reports read, worked out anew from the journal: by the code of the ledger itself, company by company.
import type { Id } from '@dhanman/kernel';
import type { Answer } from './answer.ts';
import { builtCommon } from './built-common.ts';
import { inOrganization } from './organization-database.ts';
import type { Request } from './request.ts';
import type { Transaction } from './tenants.ts';

interface Rebuilt {
  readonly companyId: string;
  /** How many stored balances were not the sum of their lines. */
  readonly differences: number;
}

export async function rebuildBooks(request: Request): Promise<Answer> {
  const organizationId = request.organization as Id;
  const balances = await theBalances();
  const items = await inOrganization(request, organizationId, async (database) => {
    const rebuilt: Rebuilt[] = [];
    for (const companyId of await database.transaction({ organizationId }, companiesIn)) {
      const scope = { organizationId, companyId };
      const differences = await database.transaction(scope, async (tx) => {
        const found = await balances.differences(tx, scope);
        await balances.rebuild(tx, scope);
        return found;
      });
      rebuilt.push({ companyId, differences });
    }
    return rebuilt;
  });
  const text = items.map(
    ({ companyId, differences }) => `${companyId}: ${String(differences)} balances differed.`,
  );
  return { isFound: items.length > 0, json: { items }, text: text.join('\n') || 'It has no books.' };
}

async function companiesIn(tx: Transaction): Promise<readonly Id[]> {
  const heads = await tx.query<{ id: Id }[]>('select company_id as id from ledger_head order by 1');
  return heads.map(({ id }) => id);
}

interface Scope {
  readonly organizationId: Id;
  readonly companyId: Id;
}

interface Balances {
  differences(tx: Transaction, scope: Scope): Promise<number>;
  rebuild(tx: Transaction, scope: Scope): Promise<void>;
}

async function theBalances(): Promise<Balances> {
  const [{ BalancesService }, { JournalService }, { BooksService }] = await Promise.all([
    builtCommon<{ BalancesService: new (journal: unknown) => Balances }>('ledger/balances.service.js'),
    builtCommon<{ JournalService: new (books: unknown) => unknown }>('ledger/journal.service.js'),
    builtCommon<{ BooksService: new () => unknown }>('ledger/books.service.js'),
  ]);
  return new BalancesService(new JournalService(new BooksService()));
}
