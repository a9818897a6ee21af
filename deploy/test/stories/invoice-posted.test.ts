// What the product stands on: a document issued in one service is in the books of another, once, whatever dies.
import type {
  CompanyDto,
  CustomerDto,
  InvoiceDto,
  LedgerPostings,
  PostingCounts,
  TaxQuoteDto,
  Trace,
} from '@dhanman/contracts';
import { permissions } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { aMember, aSale, aToken, query, until } from '@dhanman/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { services, type ServiceName } from '../../topology.ts';
import { openHouse, type House } from './house.ts';

const organizationId = newId();
const patience = { deadlineMs: 30_000 };

let house: House;
let company: CompanyDto;
let customer: CustomerDto;

beforeAll(async () => {
  house = await openHouse();
  await aMember(house.services.common, { organizationId });
  company = await tell('common', 'POST', '/api/v1/companies', { body: { name: 'Asha Traders' } });
  customer = await tell('sales', 'POST', `${books()}/customers`, { body: { name: 'Ravi' } });
}, 240_000);

afterAll(async () => {
  await house.stop();
}, 30_000);

const books = () => `/api/v1/companies/${company.id}`;

async function tell<T>(
  service: ServiceName,
  method: 'GET' | 'POST' | 'PATCH',
  path: string,
  {
    body,
    ...more
  }: { readonly body?: object; readonly 'if-match'?: string; readonly 'x-correlation-id'?: string } = {},
): Promise<T> {
  const companies = path.split('/').slice(4, 5);
  const token = await aToken({ organizationId, companies, permissions });
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...more };
  const answer = await house.ask(service, path, {
    ...{ method, headers },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${String(answer.status)} ${answer.body}`);
  return JSON.parse(answer.body) as T;
}

async function issuedInvoice(correlationId: string = newId()): Promise<string> {
  const details = aSale(customer.id);
  const invoice = await until(
    () => tell<InvoiceDto>('sales', 'POST', `${books()}/invoices`, { body: details }),
    patience,
  );
  await tell('sales', 'POST', `${books()}/invoices/${invoice.id}/issue`, {
    body: { on: '2026-04-01' },
    'x-correlation-id': correlationId,
  });
  return invoice.id;
}

async function answered(id: string): Promise<InvoiceDto> {
  return until(async () => {
    const invoice = await tell<InvoiceDto>('sales', 'GET', `${books()}/invoices/${id}`);
    return invoice.state !== 'issued' && invoice;
  }, patience);
}

async function entriesOf(
  document: string,
): Promise<readonly { id: string; debit: string; credit: string }[]> {
  return query(
    house.services.common.database.adminUrl,
    `select entry.id, sum(amount) filter (where side = 'debit') as debit,
       sum(amount) filter (where side = 'credit') as credit
     from journal_entry entry join journal_line line on line.entry_id = entry.id
     where source_id = $1 group by entry.id`,
    [document],
  );
}

async function isKnownTo(name: ServiceName, version: number): Promise<boolean> {
  const column = name === 'common' ? 'version' : 'revision';
  const sql = `select from company where id = $1 and ${column} = $2`;
  return (await query(house.services[name].database.adminUrl, sql, [company.id, version])).length === 1;
}

async function change(patch: object): Promise<void> {
  const ifMatch = `"${String(company.version)}"`;
  company = await tell('common', 'PATCH', books(), { body: patch, 'if-match': ifMatch });
}

test.each(services)('$name knows a company that was entered in common', async ({ name }) => {
  await until(() => isKnownTo(name, 1), patience);
});

test('an issued invoice is posted, and the books balance', async () => {
  const id = await issuedInvoice();
  const invoice = await answered(id);
  expect(invoice).toMatchObject({ state: 'posted', number: 'SI/2627/0001' });
  const entries = await entriesOf(id);
  expect(entries).toEqual([{ id: invoice.entryId, debit: '1180.0000', credit: '1180.0000' }]);
});

test('an invoice of a closed company shows why it is not posted, and is posted when that is mended', async () => {
  await change({ isActive: false });
  const id = await issuedInvoice();
  expect(await answered(id)).toMatchObject({ state: 'rejected', rejection: { code: 'company-inactive' } });
  await change({ isActive: true });
  await tell('sales', 'POST', `${books()}/invoices/${id}/issue`, { body: { on: '2026-04-01' } });
  expect(await answered(id)).toMatchObject({ state: 'posted', number: 'SI/2627/0002', rejection: null });
  expect(await entriesOf(id)).toHaveLength(1);
  await until(() => isKnownTo('payroll', 3), patience);
});

test('what sales says is posted and what the ledger has are the same documents', async () => {
  await answered(await issuedInvoice());
  const [counted] = (await tell<PostingCounts>('sales', 'GET', `${books()}/postings`)).items;
  const [entered] = (await tell<LedgerPostings>('common', 'GET', `${books()}/postings`)).items;
  expect(counted!.posted).toBeGreaterThan(0);
  expect([entered!.entries, entered!.amount, entered!.fingerprint]).toEqual([
    ...[counted!.posted, counted!.amountPosted, counted!.fingerprint],
  ]);
});

test('what Common says of a registration decides the tax in Sales: both halves within the state', async () => {
  const details = { name: 'Asha Traders, Pune', gstins: ['27AAPFU0939F1ZV'] };
  const registered = await tell<CompanyDto>('common', 'POST', '/api/v1/companies', { body: details });
  const its = `/api/v1/companies/${registered.id}`;
  const buyer = { name: 'Ravi', stateCode: '27' };
  const { id: customerId } = await tell<CustomerDto>('sales', 'POST', `${its}/customers`, { body: buyer });
  const line = { description: 'Tea', quantity: '1', unit: 'NOS', price: '1000.00', ratePercent: '18' };
  const sale = { customerId, on: '2026-04-01', lines: [line] };
  const quote = await until(
    () => tell<TaxQuoteDto>('sales', 'POST', `${its}/tax/quote`, { body: sale }),
    patience,
  );
  expect(quote.totals).toMatchObject({
    ...{ nature: 'intra-state', total: '1180.00' },
    taxes: [
      { kind: 'cgst', amount: '90.00' },
      { kind: 'sgst', amount: '90.00' },
    ],
  });
});

test('the traces of all services tell the journey of an invoice from sales to the ledger and back', async () => {
  const correlationId = newId();
  await answered(await issuedInvoice(correlationId));
  const journey = await until(async () => {
    const path = `/api/v1/traces/${correlationId}`;
    const traces = await Promise.all(services.map(({ name }) => tell<Trace>(name, 'GET', path)));
    const steps = traces.flatMap(({ service, steps: own }) => own.map((step) => ({ service, ...step })));
    // The paper that is printed meanwhile is another story.
    const seen = steps.filter(({ contract }) => contract.startsWith('common.'));
    // A message is marked as sent a moment after it has been handled.
    return seen.length === 4 && seen;
  }, patience);
  expect(journey.map(({ service, what, contract, to }) => [service, what, contract, to])).toEqual(
    expect.arrayContaining([
      ['sales', 'sent', 'common.post-transaction.v1', null],
      ['common', 'handled', 'common.post-transaction.v1', null],
      ['common', 'sent', 'common.transaction-posted.v1', 'sales'],
      ['sales', 'handled', 'common.transaction-posted.v1', null],
    ]),
  );
  for (const { what, begunAt, at } of journey)
    if (what === 'handled') expect(Date.parse(begunAt!)).toBeLessThanOrEqual(Date.parse(at));
});

test('killing the ledger and then sales while invoices are issued loses none and posts none twice', async () => {
  const issued: string[] = [];
  for (let one = 0; one < 30; one += 1) {
    issued.push(await issuedInvoice());
    if (one === 10) await house.services.common.process.kill();
    if (one === 15) await house.services.common.respawn();
  }
  await house.services.sales.process.kill();
  await house.services.sales.respawn();
  for (const id of issued) expect((await answered(id)).state).toBe('posted');
  for (const id of issued) expect(await entriesOf(id)).toHaveLength(1);
}, 90_000);
