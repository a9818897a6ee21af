import { type CreditNoteDto, type InvoiceDto, permissions, type ReceiptDto } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import {
  aToken,
  FaultProxy,
  query,
  server,
  type ServiceProcess,
  type SpawnedService,
  spawnService,
  until,
} from '@dhanman/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { Ledger } from './support/ledger.js';

let spawned: SpawnedService;
let running: ServiceProcess;
let proxy: FaultProxy;
let ledger: Ledger;
let token: string;
let whose: { readonly organizationId: string; readonly companyId: string };

const patience = { deadlineMs: 30_000 };

beforeAll(async () => {
  proxy = await FaultProxy.inFrontOf(server('postgres'));
  spawned = await spawnService('sales', {
    overrides: ({ secrets }) => ({ DATABASE_URL: proxy.addressFor(secrets['DATABASE_URL']!) }),
  });
  running = spawned.process;
  ledger = await Ledger.beside(spawned);
});

afterAll(async () => {
  await ledger.leave();
  await spawned.drop();
  await proxy.stop();
});

beforeEach(async () => {
  whose = { organizationId: newId(), companyId: newId() };
  token = await aToken({
    ...{ organizationId: whose.organizationId, companies: [whose.companyId], permissions },
    userId: newId(),
  });
  await rows(
    `insert into company (organization_id, id, revision, name, currency, time_zone, financial_year_start_month, is_active,
       kind, gstins, number_series) values ($1, $2, 1, 'Asha', 'INR', 'Asia/Kolkata', 4, true, 'business', '[]', '{}')`,
    ...[whose.organizationId, whose.companyId],
  );
});

const rows = <Row extends object>(sql: string, ...values: unknown[]): Promise<Row[]> =>
  query<Row>(spawned.database.adminUrl, sql, values);

interface Answer<Body> {
  readonly status: number;
  readonly isReplayed: boolean;
  readonly body: Body;
}

async function ask<Body>(path: string, body?: object, key = newId()): Promise<Answer<Body>> {
  const answer = await fetch(`${running.url}/api/v1/companies/${whose.companyId}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      ...{ authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body && { 'idempotency-key': key }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const isReplayed = answer.headers.get('idempotent-replayed') === 'true';
  return { status: answer.status, isReplayed, body: (await answer.json()) as Body };
}

interface Act {
  readonly invoice: InvoiceDto;
  readonly path: string;
  readonly body: object;
}

/** An issued invoice of 1,000. */
async function anInvoice(): Promise<InvoiceDto> {
  const customer = await ask<{ id: string }>('/customers', { name: 'Buyer' });
  const line = { description: 'Tea', quantity: '10', unit: 'NOS', price: '100.00' };
  const lines = [{ ...line, treatment: 'exempt', ratePercent: '0' }];
  const sale = { customerId: customer.body.id, on: '2026-06-01', lines, isRoundedOff: false };
  const draft = await ask<InvoiceDto>('/invoices', sale);
  return (await ask<InvoiceDto>(`/invoices/${draft.body.id}/issue`, { on: '2026-06-01' })).body;
}

/** Takes 400 of what is owed for it. */
const acts = {
  receipt: async (): Promise<Act> => {
    const invoice = await anInvoice();
    const { customerId } = invoice;
    return {
      ...{ invoice, path: '/receipts' },
      body: { customerId, on: '2026-06-10', mode: 'bank', amount: '400.00' },
    };
  },
  'credit-note': async (): Promise<Act> => {
    const invoice = await anInvoice();
    const lines = [{ line: 0, quantity: '4' }];
    const written = { invoiceId: invoice.id, on: '2026-06-10', reason: 'sales-return', lines };
    const { id } = (await ask<CreditNoteDto>('/credit-notes', written)).body;
    return { invoice, path: `/credit-notes/${id}/issue`, body: { on: '2026-06-10' } };
  },
} as const;

type Document = keyof typeof acts;

/** Dies at the moment that `comes`, is started again, and is asked the same again. */
async function killedWhen<Body>(
  comes: () => Promise<boolean>,
  { path, body }: Act,
  afterDeath = async (): Promise<void> => Promise.resolve(),
): Promise<Answer<Body>> {
  const key = newId();
  const lost = expect(ask(path, body, key)).rejects.toThrow('fetch failed');
  await until(comes, patience);
  await running.kill();
  await lost;
  proxy.heal();
  await afterDeath();
  running = await spawned.respawn();
  return ask(path, body, key);
}

/** Nobody gets past the last table of the act until the lock is given back. */
async function held(): Promise<pg.Client> {
  const holder = new pg.Client({ connectionString: spawned.database.adminUrl });
  await holder.connect();
  await holder.query('begin; lock table posting in exclusive mode');
  return holder;
}

const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
const isWaiting = async (): Promise<boolean> => (await rows(waiting)).length > 0;

const postingsOf = (document: Document) =>
  rows<{ documentId: string; state: string; version: number }>(
    `select document_id as "documentId", state, version from posting where organization_id = $1 and document = $2`,
    ...[whose.organizationId, document],
  );

/** What the ledger was asked, and what the invoice says of it. */
async function books(document: Document, { invoice: { id } }: Act) {
  const asked = await rows(
    `select distinct message_id from (
       select message_id, contract, envelope from outbox union all
       select message_id, contract, envelope from outbox_sent) as sent
     where contract = 'common.post-transaction.v1' and envelope ->> 'organizationId' = $1`,
    whose.organizationId,
  );
  const { outstanding } = (await ask<InvoiceDto>(`/invoices/${id}`)).body;
  // The first question is the invoice's own.
  return { questions: asked.length - 1, postings: (await postingsOf(document)).length, outstanding };
}

const once = { questions: 1, postings: 1, outstanding: '600.00' };

describe.each(['receipt', 'credit-note'] as const)('a service killed while it brings in a %s', (document) => {
  test('before the commit has taken nothing and no number, and does it once when it is asked again', async () => {
    const act = await acts[document]();
    const holder = await held();
    const answer = await killedWhen<ReceiptDto | CreditNoteDto>(isWaiting, act, async () => {
      await holder.end();
      expect(await postingsOf(document)).toEqual([]);
    });
    expect([answer.status < 300, answer.isReplayed]).toEqual([true, false]);
    expect(answer.body.number).toMatch(/\/0001$/);
    expect(await books(document, act)).toEqual(once);
  });

  test('after the commit and before the answer has done it, and says so when it is asked again', async () => {
    const act = await acts[document]();
    // The database is heard late, so that its commit is seen by others before the service knows of it.
    proxy.inject({ kind: 'delay', ms: 400 }, 'to-client');
    const isStored = async (): Promise<boolean> => (await postingsOf(document)).length > 0;
    const answer = await killedWhen<ReceiptDto | CreditNoteDto>(isStored, act);
    expect([answer.status < 300, answer.isReplayed]).toEqual([true, true]);
    expect(answer.body.number).toMatch(/\/0001$/);
    expect(await books(document, act)).toEqual(once);
  });

  test('while it hears the ledger hears it again, and takes it once', async () => {
    const act = await acts[document]();
    await ask(act.path, act.body);
    const [{ documentId } = { documentId: '' }] = await postingsOf(document);
    const purpose = document === 'receipt' ? 'receive' : 'issue';
    const isPosted = async () => (await postingsOf(document)).some(({ state }) => state === 'posted');
    const holder = await held();
    await ledger.post(whose, { document, purpose, documentId }, 2);
    await until(isWaiting, patience);
    await running.kill();
    await holder.end();
    expect(await isPosted()).toBe(false);
    running = await spawned.respawn();
    await until(isPosted, patience);
    const shown = document === 'receipt' ? `/receipts/${documentId}` : `/credit-notes/${documentId}`;
    expect((await ask<ReceiptDto | CreditNoteDto>(shown)).body.state).toBe('posted');
    expect(await books(document, act)).toEqual(once);
  });
});
