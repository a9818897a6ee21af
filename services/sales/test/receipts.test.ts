import type { InvoiceDto, ReceiptDto, ReceiptPage } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { query } from '@dhanman/testing';
import { describe, expect, test } from '@jest/globals';
import { aCustomer } from './builders.js';
import {
  anInvoice,
  customer,
  details,
  invoiceOf,
  person,
  postedReceipt,
  receiptOf,
  received,
  started,
} from './support/receipts.js';

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
