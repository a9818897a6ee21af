import type { CustomerDto, InvoiceDto, PostingCounts } from '@dhanman/contracts';
import { query, startService, type StartedService } from '@dhanman/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { aCompany, aCustomer, aLine, aPerson, type Person } from './builders.js';

let started: StartedService;
let person: Person;
let customer: CustomerDto;

beforeAll(async () => {
  started = await startService((await import('../src/main.js')).sales);
});

afterAll(() => started.stop());

const gstins = ['27AAPFU0939F1ZV'];

beforeEach(async () => {
  person = await aPerson(started);
  await aCompany(started, person, { gstins });
  customer = await aCustomer(person, { stateCode: '27' });
});

async function anInvoice(change: object = {}): Promise<InvoiceDto> {
  const details = { customerId: customer.id, on: '2026-06-01', lines: [aLine()], ...change };
  const { body } = await person.company.post('/invoices', details).expect(201);
  return body as InvoiceDto;
}

async function issued(id: string, on = '2026-06-01'): Promise<InvoiceDto> {
  const { body } = await person.company.post(`/invoices/${id}/issue`, { on }).expect(200);
  return body as InvoiceDto;
}

describe('an invoice', () => {
  test('is written, rewritten and issued, and asks the ledger for what it amounts to', async () => {
    const draft = await anInvoice();
    expect(draft).toMatchObject({
      state: 'draft',
      number: null,
      total: '1180.00',
      customerName: customer.name,
    });
    const details = {
      customerId: customer.id,
      on: '2026-06-01',
      lines: [aLine(), aLine({ classification: '9987' })],
    };
    const { body: rewritten } = await person.company
      .put(`/invoices/${draft.id}`, details, draft.version)
      .expect(200);
    expect(rewritten).toMatchObject({ total: '2360.00', version: draft.version + 1 });
    expect(await issued(draft.id)).toMatchObject({ state: 'issued', number: 'SI/2627/0001' });
    const [message] = await query<{ lines: unknown[] }>(
      started.database.adminUrl,
      `select payload -> 'lines' as lines from outbox
       where envelope ->> 'organizationId' = $1 and contract = 'common.post-transaction.v1'`,
      [person.organizationId],
    );
    expect(message?.lines).toMatchObject([
      { account: '11200', side: 'debit', amount: '2360.00', party: { kind: 'customer', id: customer.id } },
      { account: '40010', side: 'credit', amount: '1000.00' },
      { account: '41010', side: 'credit', amount: '1000.00' },
      { account: '23020', side: 'credit', amount: '180.00' },
      { account: '23010', side: 'credit', amount: '180.00' },
    ]);
  });

  test('that somebody else has rewritten meanwhile is not written over', async () => {
    const { id, version } = await anInvoice();
    const details = { customerId: customer.id, lines: [aLine()], notes: 'first' };
    await person.company.put(`/invoices/${id}`, details, version).expect(200);
    await person.company.put(`/invoices/${id}`, details, version).expect(412);
  });

  test('is issued as it was looked at, or not at all', async () => {
    const { id, version } = await anInvoice();
    const details = { customerId: customer.id, lines: [aLine()], notes: 'dearer' };
    await person.company.put(`/invoices/${id}`, details, version).expect(200);
    const issue = { on: '2026-06-01', version };
    await person.company.post(`/invoices/${id}/issue`, issue).expect(412);
    const { body } = await person.company.get(`/invoices/${id}`).expect(200);
    expect(body).toMatchObject({ state: 'draft', number: null });
    await person.company.post(`/invoices/${id}/issue`, { ...issue, version: body.version }).expect(200);
  });

  test('once issued cannot be rewritten', async () => {
    const { id } = await anInvoice();
    const { version } = await issued(id);
    const details = { customerId: customer.id, lines: [aLine()] };
    const { body } = await person.company.put(`/invoices/${id}`, details, version).expect(409);
    expect(body).toMatchObject({ code: 'invoice-not-draft' });
  });

  test('to a registered customer needs a classification on every line', async () => {
    const shop = await aCustomer(person, { gstin: '27AAPFU0939F1ZV' });
    const { id } = await anInvoice({
      customerId: shop.id,
      lines: [{ ...aLine(), classification: undefined }],
    });
    const { body } = await person.company.post(`/invoices/${id}/issue`, { on: '2026-06-01' }).expect(422);
    expect(body).toMatchObject({ code: 'classification-too-short' });
    expect(body).toMatchObject({ errors: [{ path: 'lines.0.classification' }] });
    const again = await person.company.get(`/invoices/${id}`).expect(200);
    expect(again.body).toMatchObject({ state: 'draft', number: null });
  });

  test('is numbered as the company wishes, without a gap, and in the order of dates', async () => {
    person = await aPerson(started);
    await aCompany(started, person, { gstins, series: { 'sales-invoice': { prefix: 'ASHA', digits: 5 } } });
    customer = await aCustomer(person);
    const drafts = await Promise.all([anInvoice(), anInvoice(), anInvoice()]);
    const numbers = await Promise.all(drafts.map(async ({ id }) => (await issued(id)).number));
    expect(numbers.sort()).toEqual(['ASHA/2627/00001', 'ASHA/2627/00002', 'ASHA/2627/00003']);
    const { id } = await anInvoice();
    const { body } = await person.company.post(`/invoices/${id}/issue`, { on: '2026-05-31' }).expect(409);
    expect(body).toMatchObject({ code: 'invoice-date-too-early' });
  });
});

test('what must be in the ledger is counted by month, and drafts are not', async () => {
  await anInvoice();
  await issued((await anInvoice()).id);
  const [posted, refused] = [await anInvoice({ on: '2026-07-01' }), await anInvoice({ on: '2026-07-02' })];
  for (const { id, on } of [posted, refused]) await issued(id, on);
  const { adminUrl } = started.database;
  await query(adminUrl, `update invoice set state = 'posted', entry_id = id where id = $1`, [posted.id]);
  const rejected = `update invoice set state = 'rejected', rejection_code = 'x', rejection_reason = 'y' where id = $1`;
  await query(adminUrl, rejected, [refused.id]);
  const count = async (asked = '') =>
    ((await person.company.get(`/postings${asked}`).expect(200)).body as PostingCounts).items;
  expect(await count()).toMatchObject([
    {
      document: 'invoice',
      month: '2026-06',
      due: 1,
      posted: 0,
      inFlight: 1,
      rejected: 0,
      amountPosted: '0.0000',
      fingerprint: '0',
    },
    {
      month: '2026-07',
      due: 2,
      posted: 1,
      inFlight: 0,
      rejected: 1,
      amountDue: '2360.0000',
      amountPosted: '1180.0000',
    },
  ]);
  expect(await count('?from=2026-07-02')).toMatchObject([{ due: 1, rejected: 1 }]);
});
