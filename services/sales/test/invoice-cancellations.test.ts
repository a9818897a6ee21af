import type {
  CreditNoteDto,
  CustomerDto,
  InvoiceDto,
  PostingCounts,
  ReceiptDto,
  ReportDto,
} from '@dhanman/contracts';
import { query, startService, type StartedService, until } from '@dhanman/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sales } from '../src/main.js';
import { aCompany, aCustomer, aPerson, type Person } from './builders.js';
import { Ledger } from './support/ledger.js';

let started: StartedService;
let ledger: Ledger;
let person: Person;
let customer: CustomerDto;

beforeAll(async () => {
  started = await startService(sales);
  ledger = await Ledger.beside(started);
});

afterAll(async () => {
  await ledger.leave();
  await started.stop();
});

beforeEach(async () => {
  person = await aPerson(started);
  await aCompany(started, person, { gstins: ['27AAPFU0939F1ZV'] });
  customer = await aCustomer(person, { stateCode: '27' });
});

const patience = { deadlineMs: 30_000 };
const chest = {
  ...{ description: 'Tea chest', classification: '0902', quantity: '10', unit: 'NOS', price: '1000.00' },
  ratePercent: '18',
};

async function anInvoice(on = '2026-06-01'): Promise<InvoiceDto> {
  const draft = { customerId: customer.id, on, lines: [chest] };
  const { id } = (await person.company.post('/invoices', draft).expect(201)).body as InvoiceDto;
  return (await person.company.post(`/invoices/${id}/issue`, { on }).expect(200)).body as InvoiceDto;
}

const of = ({ id: documentId }: { readonly id: string }, version = 1) => ({
  ...{ document: 'invoice', purpose: 'issue', documentId, version },
});

const invoiceOf = async (id: string) =>
  (await person.company.get(`/invoices/${id}`).expect(200)).body as InvoiceDto;

async function inState(id: string, state: InvoiceDto['state']): Promise<InvoiceDto> {
  return until(async () => {
    const invoice = await invoiceOf(id);
    return invoice.state === state && invoice;
  }, patience);
}

async function aPosted(on?: string): Promise<InvoiceDto> {
  const invoice = await anInvoice(on);
  await ledger.post(person, of(invoice));
  return inState(invoice.id, 'posted');
}

const cancelling = { on: '2026-06-20', reason: 'Billed twice' };

function cancel({ id, version }: InvoiceDto, change: object = {}) {
  const body = { ...cancelling, ...change };
  return person.company.post(`/invoices/${id}/cancel`, body).set('If-Match', `"${version}"`);
}

async function received(amount: string, invoiceId: string, on: string): Promise<ReceiptDto> {
  const allocations = [{ invoiceId, amount }];
  const body = { customerId: customer.id, on, mode: 'cash', amount, allocations };
  const receipt = (await person.company.post('/receipts', body).expect(201)).body as ReceiptDto;
  await ledger.post(person, { document: 'receipt', purpose: 'receive', documentId: receipt.id });
  await until(async () => {
    const { state } = (await person.company.get(`/receipts/${receipt.id}`)).body as ReceiptDto;
    return state === 'posted';
  }, patience);
  return receipt;
}

/** What the ledger was asked to take back for an invoice. */
async function asked({ id }: InvoiceDto): Promise<readonly object[]> {
  const messages = await query<{ payload: object }>(
    started.database.adminUrl,
    `select payload from outbox where payload -> 'transactions' -> 0 ->> 'id' = $1`,
    [id],
  );
  return messages.map(({ payload }) => payload);
}

async function owed(asOf: string): Promise<string | null | undefined> {
  const path = `/reports/customer-dues?asOf=${asOf}`;
  const { rows, columns } = (await person.company.get(path).expect(200)).body as ReportDto;
  return rows.at(-1)?.cells[columns.findIndex(({ name }) => name === 'outstanding')];
}

async function counted(): Promise<PostingCounts['items']> {
  return ((await person.company.get('/postings').expect(200)).body as PostingCounts).items;
}

describe('cancelling an invoice', () => {
  test('asks the ledger to take its entry back, and only then is nothing owed for it', async () => {
    const invoice = await aPosted();
    const { body } = await cancel(invoice).expect(200);
    expect(body).toMatchObject({ state: 'posted', cancellation: { ...cancelling, entryId: null } });
    expect(await owed('2026-06-30')).toBe('11800.00');
    expect(await asked(invoice)).toEqual([
      {
        ...cancelling,
        transactions: [{ document: 'invoice', id: invoice.id, version: 1, purpose: 'issue' }],
      },
    ]);
    expect(await counted()).toMatchObject([{ document: 'invoice', inFlight: 1, posted: 0 }]);

    await ledger.reverse(person, [of(invoice)]);
    const cancelled = await inState(invoice.id, 'cancelled');
    expect(cancelled).toMatchObject({ number: invoice.number, payment: null, outstanding: '0.00' });
    expect(cancelled.cancellation?.entryId).toMatch(/^[0-9a-f-]{36}$/);
    expect(await counted()).toEqual([]);
    expect((await anInvoice('2026-06-21')).number).toBe('SI/2627/0002');
  });

  test('leaves what was owed before that day as it was, and the statement tells both', async () => {
    const invoice = await aPosted();
    await cancel(invoice).expect(200);
    await ledger.reverse(person, [of(invoice)]);
    await inState(invoice.id, 'cancelled');
    expect([await owed('2026-06-19'), await owed('2026-06-20')]).toEqual(['11800.00', '0.00']);
    const path = `/customers/${customer.id}/ledger?asOf=`;
    for (const [asOf, lines] of [
      ['2026-06-19', ['invoice']],
      ['2026-06-30', ['invoice', 'invoice-cancelled']],
    ] as const) {
      const statement = (await person.company.get(path + asOf).expect(200)).body as ReportDto;
      expect(statement.rows.slice(1, -1).map(({ cells }) => cells[1])).toEqual(lines);
      expect(statement.checks).toMatchObject([{ holds: true }]);
    }
  });

  test('is undone by a refusal of the ledger, whose words are shown', async () => {
    const invoice = await aPosted();
    await cancel(invoice).expect(200);
    await ledger.refuseReversal(person, [of(invoice)]);
    const kept = await until(async () => {
      const now = await invoiceOf(invoice.id);
      return now.cancellation === null && now;
    }, patience);
    expect(kept).toMatchObject({ state: 'posted', rejection: { reason: 'The month is closed.' } });
    await cancel(kept).expect(200);
  });

  test('that the ledger has refused needs no answer', async () => {
    const invoice = await anInvoice();
    await ledger.reject(person, of(invoice));
    const refused = await inState(invoice.id, 'rejected');
    const { body } = await cancel(refused, { on: '2026-09-01' }).expect(200);
    expect(body).toMatchObject({ state: 'cancelled', cancellation: { entryId: null } });
    expect(await owed('2026-06-19')).toBe('0.00');
    await person.company.post(`/invoices/${invoice.id}/issue`, { on: '2026-06-01' }).expect(409);
  });

  test('is asked again when the ledger does not answer', async () => {
    const invoice = await aPosted();
    await cancel(invoice).expect(200);
    expect(await asked(invoice)).toHaveLength(1);
    const longAgo = `update invoice set updated_at = now() - interval '2 minutes' where id = '${invoice.id}'`;
    await query(started.database.adminUrl, `set session_replication_role = replica; ${longAgo}`);
    await ledger.run(person, 'ask-ledger-again');
    const [first, again] = await until(async () => {
      const all = await asked(invoice);
      return all.length === 2 && all;
    }, patience);
    expect(again).toEqual(first);
  });
});

describe('an invoice is not cancelled', () => {
  test.each([
    ['before its date', { on: '2026-05-31' }, 'invoice-cancelled-too-early'],
    ['after the month whose return tells its tax', { on: '2026-07-01' }, 'invoice-cancelled-too-late'],
  ])('%s', async (_, change, code) => {
    const { body } = await cancel(await aPosted(), change).expect(409);
    expect(body).toMatchObject({ code, errors: [{ path: 'on' }] });
  });

  test('without a reason, or as somebody saw it before', async () => {
    const invoice = await aPosted();
    await cancel(invoice, { reason: ' ' }).expect(400);
    await cancel({ ...invoice, version: 1 }).expect(412);
    await person.company.post(`/invoices/${invoice.id}/cancel`, cancelling).expect(428);
  });

  test('while something settles it, nor before the day on which that was released', async () => {
    const invoice = await aPosted();
    const receipt = await received('1800.00', invoice.id, '2026-06-05');
    const settled = await invoiceOf(invoice.id);
    expect((await cancel(settled).expect(409)).body).toMatchObject({ code: 'invoice-settled' });
    const releasing = { on: '2026-06-25', allocationIds: receipt.allocations.map(({ id }) => id) };
    await person.company.post(`/receipts/${receipt.id}/release`, releasing).expect(200);
    const early = await cancel(await invoiceOf(invoice.id)).expect(409);
    expect(early.body).toMatchObject({ code: 'invoice-cancelled-too-early' });
    await cancel(await invoiceOf(invoice.id), { on: '2026-06-25' }).expect(200);
    await ledger.reverse(person, [of(invoice)]);
    await inState(invoice.id, 'cancelled');
    const days = ['2026-06-04', '2026-06-24', '2026-06-25'];
    const path = `/customers/${customer.id}/ledger?asOf=`;
    for (const day of days)
      expect((await person.company.get(path + day).expect(200)).body).toMatchObject({
        checks: [{ holds: true }],
      });
  });

  test('while a credit note credits it', async () => {
    const invoice = await aPosted();
    const details = {
      invoiceId: invoice.id,
      on: '2026-06-10',
      reason: 'sales-return',
      lines: [{ line: 0, quantity: '2' }],
    };
    const { id } = (await person.company.post('/credit-notes', details).expect(201)).body as { id: string };
    await person.company.post(`/credit-notes/${id}/issue`, { on: '2026-06-10' }).expect(200);
    const settledByNote = await invoiceOf(invoice.id);
    expect((await cancel(settledByNote).expect(409)).body).toMatchObject({ code: 'invoice-settled' });
    await ledger.post(person, { document: 'credit-note', purpose: 'issue', documentId: id });
    const note = await until(async () => {
      const now = (await person.company.get(`/credit-notes/${id}`).expect(200)).body as CreditNoteDto;
      return now.state === 'posted' && now;
    }, patience);
    const allocationIds = note.allocations.map((one) => one.id);
    await person.company.post(`/credit-notes/${id}/release`, { on: '2026-06-12', allocationIds }).expect(200);
    const credited = await cancel(await invoiceOf(invoice.id)).expect(409);
    expect(credited.body).toMatchObject({ code: 'invoice-credited' });
  });

  test('and credited or settled at once: one of them waits, and is refused', async () => {
    const invoice = await aPosted();
    const allocations = [{ invoiceId: invoice.id, amount: '100.00' }];
    const pays = { customerId: customer.id, on: '2026-06-20', mode: 'cash', amount: '100.00', allocations };
    const answers = await Promise.all([
      cancel(invoice),
      ...Array.from({ length: 4 }, () => person.company.post('/receipts', pays)),
    ]);
    const now = await invoiceOf(invoice.id);
    const [cancelled, ...paid] = answers.map(({ status }) => status);
    if (cancelled === 200) expect(paid).toEqual([409, 409, 409, 409]);
    else expect(Number(now.settled)).toBeGreaterThan(0);
    expect(now.cancellation === null).toBe(cancelled !== 200);
  });
});
