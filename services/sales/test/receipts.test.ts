import type {
  CreateReceipt,
  CustomerDto,
  InvoiceDto,
  PostingCounts,
  ReceiptDto,
  ReceiptPage,
} from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { aSale, query, startService, type StartedService, until } from '@dhanman/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sales } from '../src/main.js';
import { aCustomer, aPerson, type Person } from './builders.js';
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
  await query(
    started.database.adminUrl,
    `insert into company (organization_id, id, revision, name, currency, time_zone, financial_year_start_month, is_active,
       kind, gstins, number_series) values ($1, $2, 1, 'Asha', 'INR', 'Asia/Kolkata', 4, true, 'business', '[]', '{}')`,
    [person.organizationId, person.companyId],
  );
  customer = await aCustomer(person);
});

const patience = { deadlineMs: 30_000 };

async function anInvoice(price: string, on = '2026-06-01', of = customer): Promise<InvoiceDto> {
  const { body } = await person.company.post('/invoices', { ...aSale(of.id, { price }), on }).expect(201);
  const { id } = body as InvoiceDto;
  return (await person.company.post(`/invoices/${id}/issue`, { on }).expect(200)).body as InvoiceDto;
}

const details = (change: object = {}) => ({
  ...{ customerId: customer.id, on: '2026-06-10', mode: 'bank', amount: '1000.00', ...change },
});

async function received(change: Partial<CreateReceipt> | object = {}): Promise<ReceiptDto> {
  return (await person.company.post('/receipts', details(change)).expect(201)).body as ReceiptDto;
}

const receiptOf = async (id: string) =>
  (await person.company.get(`/receipts/${id}`).expect(200)).body as ReceiptDto;
const invoiceOf = async (id: string) =>
  (await person.company.get(`/invoices/${id}`).expect(200)).body as InvoiceDto;
const of = ({ id }: ReceiptDto) => ({ document: 'receipt', purpose: 'receive', documentId: id });

async function inState(id: string, state: ReceiptDto['state']): Promise<ReceiptDto> {
  return until(async () => {
    const receipt = await receiptOf(id);
    return receipt.state === state && receipt;
  }, patience);
}

/** A receipt that stands in the books. */
async function postedReceipt(change: object = {}): Promise<ReceiptDto> {
  const receipt = await received(change);
  await ledger.post(person, of(receipt));
  return inState(receipt.id, 'posted');
}

describe('a receipt', () => {
  test('settles the oldest invoices first, and what is left is an advance', async () => {
    const second = await anInvoice('400.00', '2026-06-03');
    const first = await anInvoice('300.00', '2026-06-03');
    const late = await anInvoice('500.00', '2026-06-05');
    const receipt = await received({ amount: '1500.00' });
    expect(receipt).toMatchObject({
      number: 'RC/2627/0001',
      state: 'waiting',
      allocated: '1200.00',
      advance: '300.00',
    });
    expect(receipt.allocations.map(({ invoiceNumber, amount }) => [invoiceNumber, amount])).toEqual([
      [second.number, '400.00'],
      [first.number, '300.00'],
      [late.number, '500.00'],
    ]);
    expect(await invoiceOf(late.id)).toMatchObject({
      settled: '500.00',
      outstanding: '0.00',
      payment: 'paid',
    });
  });

  test('asks the ledger for the money, the tax that was deducted, what is settled and what is not', async () => {
    await anInvoice('900.00');
    await received({ amount: '980.00', tds: '20.00' });
    const messages = await query<{ lines: object[] }>(
      started.database.adminUrl,
      `select payload -> 'lines' as lines from outbox where envelope ->> 'organizationId' = $1`,
      [person.organizationId],
    );
    const party = { kind: 'customer', id: customer.id };
    expect(messages.map(({ lines }) => lines)).toContainEqual([
      expect.objectContaining({ account: '11120', role: 'bank', side: 'debit', amount: '980.00' }),
      expect.objectContaining({ account: '11440', side: 'debit', amount: '20.00', party }),
      expect.objectContaining({ account: '11200', side: 'credit', amount: '900.00', party }),
      expect.objectContaining({ account: '25020', side: 'credit', amount: '100.00', party }),
    ]);
  });

  test('settles what a person chooses, and keeps the rest', async () => {
    const [one, other] = [await anInvoice('600.00'), await anInvoice('700.00')];
    const receipt = await received({ allocations: [{ invoiceId: other.id, amount: '250.00' }] });
    expect(receipt).toMatchObject({ allocated: '250.00', advance: '750.00' });
    expect(await invoiceOf(other.id)).toMatchObject({ payment: 'partly-paid', outstanding: '450.00' });
    expect(await invoiceOf(one.id)).toMatchObject({ payment: 'unpaid', outstanding: '600.00' });
    const { body } = await person.company.get(`/invoices/${other.id}/settlements`).expect(200);
    expect(body).toMatchObject({
      items: [{ document: 'receipt', number: receipt.number, amount: '250.00', releasedOn: null }],
    });
  });

  test.each<[string, object, number, string]>([
    ['a cheque without its number', { mode: 'cheque' }, 422, 'receipt-reference-missing'],
    ['UPI without its reference', { mode: 'upi' }, 422, 'receipt-reference-missing'],
    ['a customer nobody knows', { customerId: newId() }, 422, 'sale-customer-unknown'],
    ['no money', { amount: '0.00' }, 400, 'request-invalid'],
    ['a third decimal', { amount: '10.123' }, 422, 'money-not-decimal'],
    ['an account that is no asset', { account: '40010' }, 400, 'request-invalid'],
    [
      'an invoice nobody knows',
      { allocations: [{ invoiceId: newId(), amount: '1.00' }] },
      409,
      'invoice-not-open',
    ],
  ])('is refused for %s', async (_, change, status, code) => {
    const { body, status: answered } = await person.company.post('/receipts', details(change));
    expect([answered, (body as { code: string }).code]).toEqual([status, code]);
    expect((await person.company.get('/receipts').expect(200)).body).toMatchObject({ items: [] });
  });

  test('never settles more than is open, or than it is worth, or the invoice of another', async () => {
    const { id } = await anInvoice('600.00');
    const stranger = await aCustomer(person);
    const theirs = await anInvoice('100.00', '2026-06-01', stranger);
    const later = await anInvoice('100.00', '2026-06-11');
    const refused = async (...allocations: object[]) =>
      (
        (await person.company.post('/receipts', details({ allocations })).expect(409)).body as {
          code: string;
        }
      ).code;
    expect(await refused({ invoiceId: id, amount: '600.01' })).toBe('allocation-above-outstanding');
    expect(await refused({ invoiceId: theirs.id, amount: '1.00' })).toBe('invoice-not-open');
    expect(await refused({ invoiceId: later.id, amount: '1.00' })).toBe('invoice-not-open');
    const { body } = await person.company
      .post('/receipts', details({ amount: '500.00', allocations: [{ invoiceId: id, amount: '500.01' }] }))
      .expect(409);
    expect(body).toMatchObject({ code: 'allocations-above-credit', errors: [{ path: 'allocations' }] });
  });

  test('sent twice with one key is one receipt', async () => {
    const key = { 'idempotency-key': newId() };
    const send = () => person.company.post('/receipts', details()).set(key).expect(201);
    const [one, other] = [await send(), await send()];
    expect((one.body as ReceiptDto).id).toBe((other.body as ReceiptDto).id);
    expect((await person.company.get('/receipts')).body).toMatchObject({
      items: [{ number: 'RC/2627/0001' }],
    });
  });

  test('names another with the same reference', async () => {
    const { id } = await received({ mode: 'upi', reference: '4123' });
    expect((await received({ mode: 'upi', reference: '4123' })).sameReference).toMatchObject([{ id }]);
  });

  test('is found by customer, state, mode, date and number, page after page', async () => {
    const other = await aCustomer(person);
    const first = await received({ mode: 'upi', reference: 'UTR77' });
    const second = await received({ customerId: other.id, on: '2026-06-20' });
    const list = async (asked: string) =>
      ((await person.company.get(`/receipts?${asked}`).expect(200)).body as ReceiptPage).items.map(
        ({ id }) => id,
      );
    expect(await list(`customerId=${other.id}`)).toEqual([second.id]);
    expect(await list('mode=upi')).toEqual([first.id]);
    expect(await list('q=utr77')).toEqual([first.id]);
    expect(await list('from=2026-06-11')).toEqual([second.id]);
    expect(await list('state=waiting&sort=on')).toEqual([first.id, second.id]);
    expect(await list('state=posted')).toEqual([]);
    const { body } = await person.company.get('/receipts?limit=1').expect(200);
    const { nextCursor } = body as ReceiptPage;
    expect(await list(`limit=1&cursor=${nextCursor!}`)).toEqual([first.id]);
  });
});

describe('many payments at once', () => {
  test('never settle an invoice beyond its total, and every rupee is somewhere', async () => {
    const invoices = [await anInvoice('500.00'), await anInvoice('700.00')];
    const amounts = Array.from({ length: 12 }, (_, index) => `${100 + index * 10}.00`);
    const receipts = await Promise.all(amounts.map((amount) => received({ amount })));
    const paise = (text: string) => BigInt(text.replace('.', ''));
    const sum = (all: readonly string[]) => all.reduce((total, text) => total + paise(text), 0n);
    for (const { id } of invoices)
      expect(await invoiceOf(id)).toMatchObject({ payment: 'paid', outstanding: '0.00' });
    expect(sum(receipts.map(({ allocated }) => allocated))).toBe(120_000n);
    expect(sum(receipts.flatMap(({ allocated, advance }) => [allocated, advance]))).toBe(sum(amounts));
    expect(receipts.map(({ number }) => number).sort()).toEqual(
      amounts.map((_, index) => `RC/2627/${String(index + 1).padStart(4, '0')}`),
    );
  });

  test('by hand for the same invoice: one is in time, the others see what is left', async () => {
    const { id } = await anInvoice('1000.00');
    const body = details({ amount: '600.00', allocations: [{ invoiceId: id, amount: '600.00' }] });
    const answers = await Promise.all([1, 2, 3, 4].map(() => person.company.post('/receipts', body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    const refused = answers.find(({ status }) => status === 409)?.body as { detail: string };
    expect(refused.detail).toContain('400.00');
    expect(await invoiceOf(id)).toMatchObject({ settled: '600.00' });
  });

  test('that spend one advance spend it once', async () => {
    const { id } = await postedReceipt({ amount: '500.00' });
    const invoices = [await anInvoice('400.00'), await anInvoice('400.00'), await anInvoice('400.00')];
    const apply = (invoiceId: string) => {
      const allocations = [{ invoiceId, amount: '400.00' }];
      return person.company.post(`/receipts/${id}/apply`, { on: '2026-06-12', allocations });
    };
    const answers = await Promise.all(invoices.map((invoice) => apply(invoice.id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await receiptOf(id)).toMatchObject({ allocated: '400.00', advance: '100.00' });
  });

  test('of the database itself: no allocation is changed, deleted, or worth more than is there', async () => {
    await anInvoice('300.00');
    const { allocations, id } = await received({ amount: '400.00' });
    const admin = (sql: string) => query(started.database.adminUrl, sql, [allocations[0]!.id]);
    await expect(admin('update allocation set amount = 1 where id = $1')).rejects.toThrow('never changed');
    await expect(admin('delete from allocation where id = $1')).rejects.toThrow('never deleted');
    const twin = `insert into allocation (organization_id, id, company_id, customer_id, credit_id, invoice_id, amount, dated_on)
      select organization_id, gen_random_uuid(), company_id, customer_id, credit_id, invoice_id, 50, dated_on
      from allocation where id = $1`;
    await expect(admin(twin)).rejects.toThrow('invoice_settled_within_total');
    expect(await receiptOf(id)).toMatchObject({ allocated: '300.00' });
  });
});

describe('the answer of the ledger', () => {
  test('brings a receipt into the books, once, however often it is given', async () => {
    const receipt = await received();
    await ledger.post(person, of(receipt), 3);
    const posted = await inState(receipt.id, 'posted');
    expect(posted.postings).toMatchObject([{ document: 'receipt', state: 'posted', amount: '1000.00' }]);
    await ledger.reject(person, of(receipt));
    const next = await received();
    await ledger.post(person, of(next));
    await inState(next.id, 'posted');
    expect(await receiptOf(receipt.id)).toMatchObject({ state: 'posted', rejection: null });
  });

  test('that is a refusal can be mended and sent again under the same number', async () => {
    const { id: invoiceId } = await anInvoice('1000.00', '2026-05-01');
    const receipt = await received();
    await ledger.reject(person, of(receipt));
    const rejected = await inState(receipt.id, 'rejected');
    expect(rejected.rejection).toEqual({ code: 'period-closed', reason: 'The month is closed.' });
    const late = await person.company
      .post(`/receipts/${receipt.id}/correct`, { on: '2027-04-01' })
      .expect(409);
    expect(late.body).toMatchObject({ code: 'receipt-year-fixed' });
    const correction = { on: '2026-07-01', account: '11121' };
    const { body } = await person.company.post(`/receipts/${receipt.id}/correct`, correction).expect(200);
    expect(body).toMatchObject({
      state: 'waiting',
      number: receipt.number,
      on: '2026-07-01',
      account: '11121',
    });
    expect((body as ReceiptDto).allocations).toMatchObject([
      { invoiceId, on: '2026-07-01', amount: '1000.00' },
    ]);
    // The answer to the first question comes late and says nothing about the second.
    await ledger.post(person, of(receipt));
    await ledger.post(person, { ...of(receipt), version: 2 });
    await inState(receipt.id, 'posted');
  });

  test('that is a refusal can be accepted: the receipt is withdrawn and its invoice open again', async () => {
    const { id: invoiceId } = await anInvoice('1000.00');
    const receipt = await received();
    await ledger.reject(person, of(receipt));
    await inState(receipt.id, 'rejected');
    const undo = { how: 'withdrawn', on: '2026-06-10', reason: 'Entered for the wrong company' };
    const { body } = await person.company.post(`/receipts/${receipt.id}/undo`, undo).expect(200);
    expect(body).toMatchObject({
      state: 'withdrawn',
      advance: '0.00',
      allocations: [{ releasedOn: '2026-06-10' }],
    });
    expect(await invoiceOf(invoiceId)).toMatchObject({ payment: 'unpaid', settled: '0.00' });
  });
});

describe('an advance', () => {
  test('settles a later invoice, and can be taken off it again', async () => {
    const { id } = await postedReceipt({ amount: '5000.00' });
    const invoice = await anInvoice('11800.00', '2026-06-15');
    const applied = await person.company.post(`/receipts/${id}/apply`, { on: '2026-06-15' }).expect(200);
    const { allocations, postings } = applied.body as ReceiptDto;
    expect(postings).toMatchObject([
      {},
      { document: 'advance-application', purpose: 'apply', amount: '5000.00' },
    ]);
    expect(await invoiceOf(invoice.id)).toMatchObject({ outstanding: '6800.00', payment: 'partly-paid' });
    const allocationIds = allocations.map((one) => one.id);
    const { body } = await person.company
      .post(`/receipts/${id}/release`, { on: '2026-06-20', allocationIds })
      .expect(200);
    expect(body).toMatchObject({ advance: '5000.00', allocations: [{ releasedOn: '2026-06-20' }] });
    expect(await invoiceOf(invoice.id)).toMatchObject({ outstanding: '11800.00', payment: 'unpaid' });
    await person.company.post(`/receipts/${id}/release`, { on: '2026-06-20', allocationIds }).expect(404);
  });

  test('waits until the ledger has its receipt', async () => {
    const { id } = await received();
    const { body } = await person.company.post(`/receipts/${id}/apply`, { on: '2026-06-15' }).expect(409);
    expect(body).toMatchObject({ code: 'posting-not-posted' });
  });
});

describe('a cheque', () => {
  test('that bounces opens its invoices again once the ledger has taken all of it back', async () => {
    const [first, second] = [await anInvoice('600.00'), await anInvoice('300.00', '2026-06-12')];
    const { id } = await postedReceipt({ mode: 'cheque', reference: '000123' });
    await person.company.post(`/receipts/${id}/apply`, { on: '2026-06-12' }).expect(200);
    const undo = { how: 'bounced', on: '2026-06-14', reason: 'Funds insufficient' };
    const early = await person.company.post(`/receipts/${id}/undo`, undo).expect(409);
    expect(early.body).toMatchObject({ code: 'posting-not-posted' });
    const application = await applicationOf(id);
    await ledger.post(person, application);
    await until(
      async () => (await receiptOf(id)).postings.every(({ state }) => state === 'posted'),
      patience,
    );
    const before = await person.company
      .post(`/receipts/${id}/undo`, { ...undo, on: '2026-06-11' })
      .expect(409);
    expect(before.body).toMatchObject({ code: 'receipt-undone-too-early' });
    expect((await person.company.post(`/receipts/${id}/undo`, undo).expect(200)).body).toMatchObject({
      state: 'undoing',
    });
    expect(await invoiceOf(first.id)).toMatchObject({ payment: 'paid' });
    await ledger.reverse(person, [of({ id } as ReceiptDto), application]);
    const bounced = await inState(id, 'bounced');
    expect(bounced).toMatchObject({ advance: '0.00', allocated: '0.00', undoneReason: 'Funds insufficient' });
    expect(bounced.allocations).toMatchObject([{ releasedOn: '2026-06-14' }, { releasedOn: '2026-06-14' }]);
    for (const invoice of [first, second])
      expect(await invoiceOf(invoice.id)).toMatchObject({ payment: 'unpaid', settled: '0.00' });
    await person.company.post(`/receipts/${id}/undo`, undo).expect(409);
    await person.company.post(`/receipts/${id}/apply`, { on: '2026-06-15' }).expect(409);
  });

  test('that the ledger will not take back stands as before', async () => {
    const invoice = await anInvoice('1000.00');
    const receipt = await postedReceipt({ mode: 'cheque', reference: '000124' });
    const undo = { how: 'bounced', on: '2026-06-14', reason: 'Funds insufficient' };
    await person.company.post(`/receipts/${receipt.id}/undo`, undo).expect(200);
    await ledger.refuseReversal(person, [of(receipt)]);
    const stands = await inState(receipt.id, 'posted');
    expect(stands).toMatchObject({ undoneOn: null, rejection: { code: 'period-closed' } });
    expect(await invoiceOf(invoice.id)).toMatchObject({ payment: 'paid' });
  });

  test('alone bounces: money of another kind is reversed', async () => {
    const { id } = await postedReceipt();
    const undo = { how: 'bounced', on: '2026-06-14', reason: 'Funds insufficient' };
    const { body } = await person.company.post(`/receipts/${id}/undo`, undo).expect(409);
    expect(body).toMatchObject({ code: 'receipt-no-cheque' });
    await person.company.post(`/receipts/${id}/undo`, { ...undo, how: 'reversed' }).expect(200);
  });
});

async function applicationOf(creditId: string) {
  const [row] = await query<{ id: string; purpose: string }>(
    started.database.adminUrl,
    `select document_id as id, purpose from posting where credit_id = $1 and document = 'advance-application'`,
    [creditId],
  );
  return { document: 'advance-application', purpose: row!.purpose, documentId: row!.id };
}

describe('the proof of postings', () => {
  test('counts receipts beside invoices, and no more what was reversed', async () => {
    const [one, other] = [await postedReceipt(), await received()];
    const count = async () =>
      ((await person.company.get('/postings').expect(200)).body as PostingCounts).items.find(
        ({ document }) => document === 'receipt',
      );
    expect(await count()).toMatchObject({ due: 2, posted: 1, inFlight: 1, amountDue: '2000.0000' });
    const undo = { how: 'reversed', on: '2026-06-14', reason: 'Entered twice' };
    await person.company.post(`/receipts/${one.id}/undo`, undo).expect(200);
    await ledger.reverse(person, [of(one)]);
    await inState(one.id, 'reversed');
    expect(await count()).toMatchObject({ due: 1, posted: 0, inFlight: 1 });
    expect(await receiptOf(other.id)).toMatchObject({ state: 'waiting' });
  });

  test('asks about an unanswered receipt again, in the same words', async () => {
    const { id } = await received();
    const { adminUrl } = started.database;
    const questions = async () =>
      query<{ payload: object }>(
        adminUrl,
        `select payload from outbox where payload -> 'source' ->> 'id' = $1 and envelope ->> 'organizationId' = $2`,
        [id, person.organizationId],
      );
    const longAgo = `update posting set updated_at = now() - interval '2 minutes' where document_id = '${id}'`;
    await query(adminUrl, `set session_replication_role = replica; ${longAgo}`);
    await ledger.run(person, 'ask-ledger-again');
    const [first, second] = await until(async () => {
      const asked = await questions();
      return asked.length > 1 && asked;
    }, patience);
    expect(second).toEqual(first);
  });

  test('asks for a whole reversal again, although only one of its entries has waited long', async () => {
    await anInvoice('600.00');
    await anInvoice('300.00', '2026-06-12');
    const { id } = await postedReceipt();
    await person.company.post(`/receipts/${id}/apply`, { on: '2026-06-12' }).expect(200);
    await ledger.post(person, await applicationOf(id));
    await until(
      async () => (await receiptOf(id)).postings.every(({ state }) => state === 'posted'),
      patience,
    );
    const undo = { how: 'reversed', on: '2026-06-14', reason: 'Entered twice' };
    await person.company.post(`/receipts/${id}/undo`, undo).expect(200);
    const { adminUrl } = started.database;
    const longAgo = `update posting set updated_at = now() - interval '2 minutes' where document_id = '${id}'`;
    await query(adminUrl, `set session_replication_role = replica; ${longAgo}`);
    await ledger.run(person, 'ask-ledger-again');
    const [first, second] = await until(async () => {
      const asked = await query<{ transactions: object[] }>(
        adminUrl,
        `select payload -> 'transactions' as transactions from outbox
         where envelope ->> 'organizationId' = $1 and payload -> 'transactions' is not null`,
        [person.organizationId],
      );
      return asked.length > 1 && asked;
    }, patience);
    expect(first?.transactions).toHaveLength(2);
    expect(second).toEqual(first);
  });
});

describe('an invoice', () => {
  test('is found by what is paid of it', async () => {
    const [paid, part, open] = [
      await anInvoice('100.00'),
      await anInvoice('200.00', '2026-06-02'),
      await anInvoice('300.00', '2026-06-03'),
    ];
    await received({ amount: '150.00' });
    const list = async (payment: string) =>
      (
        (await person.company.get(`/invoices?payment=${payment}&sort=on`).expect(200)).body as {
          items: InvoiceDto[];
        }
      ).items.map(({ id }) => id);
    expect(await list('paid')).toEqual([paid.id]);
    expect(await list('partly-paid')).toEqual([part.id]);
    expect(await list('unpaid')).toEqual([open.id]);
    expect(await list('open')).toEqual([part.id, open.id]);
  });
});
