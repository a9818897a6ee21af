import type { AccountRole, Permission, TransactionLine, TransactionParty } from '@dhanman/contracts';
import { permissions } from '@dhanman/contracts';
import { type Id, newId } from '@dhanman/kernel';
import { Database } from '@dhanman/platform';
import { aMember, aToken, query, type StartedService } from '@dhanman/testing';
import type supertest from 'supertest';
import type { Asked } from '../../src/ledger/journal-entry.js';
import { LedgerService } from '../../src/ledger/ledger.service.js';
import type { Outcome } from '../../src/ledger/posting.js';

export type Line = readonly [account: string, debit: string, credit: string, party?: TransactionParty];

export const aCustomer = (): TransactionParty => ({ kind: 'customer', id: newId() });
export const aVendor = (): TransactionParty => ({ kind: 'vendor', id: newId() });

/** A company with its chart and years, and what tests ask its books. */
export interface Books {
  readonly organizationId: Id;
  readonly companyId: Id;
  post(...asked: readonly Asked[]): Promise<readonly Outcome[]>;
  get(path: string): supertest.Test;
  send(path: string, body?: object): supertest.Test;
  /** Debits less credits by account number, as the stored balances have them. */
  balances(): Promise<Readonly<Record<string, string>>>;
}

export async function openBooks(
  started: StartedService,
  company: { readonly kind?: 'business' | 'society'; readonly organizationId?: Id } = {},
  rights: readonly Permission[] = permissions,
): Promise<Books> {
  const { kind = 'business', organizationId = newId() } = company;
  await aMember(started, { organizationId });
  const founder = await aToken({ organizationId, companies: [], permissions });
  const { body } = await started.agent
    .post('/api/v1/companies')
    .set('authorization', `Bearer ${founder}`)
    .send({ name: 'Asha Traders', kind })
    .expect(201);
  const companyId = (body as { id: Id }).id;
  const token = await aToken({ organizationId, companies: [companyId], permissions: rights });
  const scope = { organizationId, companyId };
  const signed = (request: supertest.Test): supertest.Test => request.set('authorization', `Bearer ${token}`);
  const { service, agent, database } = started;
  return {
    ...scope,
    post: (...asked) =>
      service.get(Database).transaction(scope, (tx) => service.get(LedgerService).postAll(tx, scope, asked)),
    get: (path) => signed(agent.get(`/api/v1/companies/${companyId}/${path}`)),
    send: (path, sent = {}) => signed(agent.post(`/api/v1/companies/${companyId}/${path}`)).send(sent),
    balances: async () => {
      const rows = await query<{ code: string; balance: string }>(database.adminUrl, balances, [companyId]);
      return Object.fromEntries(rows.map(({ code, balance }) => [code, balance]));
    },
  };
}

const balances = `
  select code, sum(debit - credit)::numeric(20, 2)::text as balance from account_day day
  join account on account.id = account_id where company_id = $1 group by code having sum(debit - credit) <> 0 order by code`;

/** What a document asks for; amounts stand where a bookkeeper would write them. */
export function asking(lines: readonly Line[], change: Partial<Asked['request']> = {}): Asked {
  return {
    service: 'sales',
    request: {
      source: { document: 'invoice', id: newId(), version: 1, purpose: 'issue' },
      ...{ on: '2026-04-10', currency: 'INR', narration: 'A document' },
      lines: lines.map(toLine),
      ...change,
    },
  };
}

function toLine([account, debit, credit, party]: Line): TransactionLine {
  const isDebit = debit !== '';
  const role = /^role:(.*)$/.exec(account)?.[1];
  const of = { ...(party && { party }), ...(role !== undefined && { role }) };
  return {
    account: role === undefined ? account : usual,
    side: isDebit ? 'debit' : 'credit',
    amount: isDebit ? debit : credit,
    ...of,
  };
}

/** A number that no chart has: the role must decide. */
const usual = '999';

export const role = (name: AccountRole): string => `role:${name}`;
