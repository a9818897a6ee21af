import type { CustomerDto, InvoiceDto, InvoiceFiguresDto, ReceiptDto, ReportDto } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { aSale, startService, type StartedService, until } from '@dhanman/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type supertest from 'supertest';
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

beforeEach(() => inZone('Asia/Kolkata'));

async function inZone(zone: string): Promise<void> {
  person = await aPerson(started);
  await aCompany(started, person, { timeZone: zone });
  customer = await aCustomer(person, { name: 'Deccan Cafe' });
}

const patience = { deadlineMs: 30_000 };

async function anInvoice(price: string, on: string, change: object = {}, of = customer): Promise<InvoiceDto> {
  const draft = { ...aSale(of.id, { price }), on, ...change };
  const { id } = (await person.company.post('/invoices', draft).expect(201)).body as InvoiceDto;
  return (await person.company.post(`/invoices/${id}/issue`, { on }).expect(200)).body as InvoiceDto;
}

async function received(amount: string, on: string, change: object = {}): Promise<ReceiptDto> {
  const body = { customerId: customer.id, on, mode: 'cash', amount, ...change };
  return (await person.company.post('/receipts', body).expect(201)).body as ReceiptDto;
}

async function inState(id: string, state: ReceiptDto['state']): Promise<ReceiptDto> {
  return until(async () => {
    const receipt = (await person.company.get(`/receipts/${id}`).expect(200)).body as ReceiptDto;
    return receipt.state === state && receipt;
  }, patience);
}

const asked = ({ id }: ReceiptDto) => ({ document: 'receipt', purpose: 'receive', documentId: id });

async function report(path: string): Promise<ReportDto> {
  return (await person.company.get(`/reports/${path}`).expect(200)).body as ReportDto;
}

async function statement(days: string): Promise<ReportDto> {
  return (await person.company.get(`/customers/${customer.id}/ledger?${days}`).expect(200)).body as ReportDto;
}

const lines = ({ rows }: ReportDto) => rows.map(({ name, caption, cells }) => [name ?? caption, ...cells]);

describe('the ageing of receivables', () => {
  test('has every invoice of the seven in its bucket, whoever chose the due date', async () => {
    const dates = ['2026-03-15', '2026-03-01', '2026-02-27', '2026-01-30', '2026-01-29', '2025-12-31'];
    for (const on of ['2025-12-30', ...dates.toReversed()]) await anInvoice('100.00', on);
    await anInvoice('40.00', '2026-03-30', { dueOn: '2026-03-30' });
    const detailed = await report(`receivables-ageing?asOf=2026-03-31&customerId=${customer.id}`);
    expect(detailed.subject).toBe('Deccan Cafe');
    expect(lines(detailed).map((line) => line.slice(0, 7))).toEqual([
      ['Deccan Cafe', null, '200.00', '240.00', '200.00', '100.00', '740.00'],
      ['SI/2526/0001', '2026-01-29', '0.00', '0.00', '0.00', '100.00', '100.00'],
      ['SI/2526/0002', '2026-01-30', '0.00', '0.00', '100.00', '0.00', '100.00'],
      ['SI/2526/0003', '2026-02-28', '0.00', '0.00', '100.00', '0.00', '100.00'],
      ['SI/2526/0004', '2026-03-01', '0.00', '100.00', '0.00', '0.00', '100.00'],
      ['SI/2526/0005', '2026-03-29', '0.00', '100.00', '0.00', '0.00', '100.00'],
      ['SI/2526/0008', '2026-03-30', '0.00', '40.00', '0.00', '0.00', '40.00'],
      ['SI/2526/0006', '2026-03-31', '100.00', '0.00', '0.00', '0.00', '100.00'],
      ['SI/2526/0007', '2026-04-14', '100.00', '0.00', '0.00', '0.00', '100.00'],
      ['total', null, '200.00', '240.00', '200.00', '100.00', '740.00'],
    ]);
    const [first, ...others] = lines(await report('receivables-ageing?asOf=2026-03-31'));
    expect(first).toEqual([...lines(detailed)[0]!]);
    expect(others).toHaveLength(1);
  });

  test('tells a past day as it was, whatever was paid, released or taken back since', async () => {
    const invoice = await anInvoice('1000.00', '2026-06-01');
    const receipt = await received('700.00', '2026-06-10', { mode: 'cheque', reference: '000123' });
    await ledger.post(person, asked(receipt));
    const { allocations } = await inState(receipt.id, 'posted');
    const release = { on: '2026-06-20', allocationIds: allocations.map(({ id }) => id) };
    await person.company.post(`/receipts/${receipt.id}/release`, release).expect(200);
    await person.company
      .post(`/receipts/${receipt.id}/apply`, {
        on: '2026-06-25',
        allocations: [{ invoiceId: invoice.id, amount: '300.00' }],
      })
      .expect(200);
    const openOn = async (asOf: string) => {
      const { rows } = await report(`receivables-ageing?asOf=${asOf}`);
      return rows.at(-1)!.cells.slice(-3);
    };
    expect(await openOn('2026-05-31')).toEqual(['0.00', '0.00', '0.00']);
    expect(await openOn('2026-06-09')).toEqual(['1000.00', '0.00', '1000.00']);
    expect(await openOn('2026-06-10')).toEqual(['300.00', '0.00', '300.00']);
    expect(await openOn('2026-06-20')).toEqual(['1000.00', '700.00', '300.00']);
    expect(await openOn('2026-06-25')).toEqual(['700.00', '400.00', '300.00']);
  });

  test('counts a payment of an invoice that the ledger has refused as not applied', async () => {
    const invoice = await anInvoice('500.00', '2026-06-01');
    await received('200.00', '2026-06-05');
    await ledger.reject(person, { document: 'invoice', purpose: 'issue', documentId: invoice.id });
    await until(async () => {
      const { rows } = await report('receivables-ageing?asOf=2026-06-30');
      return rows.at(-1)!.cells.slice(-3).join(' ') === '0.00 200.00 -200.00';
    }, patience);
    const { checks } = await statement('from=2026-04-01&asOf=2026-06-30');
    expect(checks).toMatchObject([{ left: '-200.00', holds: true }]);
  });
});

describe('the dues of customers', () => {
  test('say what is open, how late, when they last paid and what they gave in advance', async () => {
    const other = await aCustomer(person, { name: 'Asha Stores' });
    await anInvoice('800.00', '2026-06-01', { dueOn: '2026-06-15' });
    await anInvoice('300.00', '2026-06-10', { dueOn: '2026-07-15' });
    await anInvoice('90.00', '2026-06-10', {}, other);
    await received('900.00', '2026-06-05', { allocations: [] });
    await person.company
      .post('/receipts', { customerId: other.id, on: '2026-06-20', mode: 'cash', amount: '90.00' })
      .expect(201);
    const dues = await report('customer-dues?asOf=2026-06-30');
    expect(lines(dues)).toEqual([
      ['Deccan Cafe', '2', '1100.00', '0.00', '1100.00', '800.00', '2026-06-15', '2026-06-05', '900.00'],
      ['total', '2', '1100.00', '0.00', '1100.00', '800.00', null, null, '900.00'],
    ]);
    expect(lines(await report('customer-dues?asOf=2026-06-15&only=overdue'))).toHaveLength(1);
    expect(lines(await report('customer-dues?asOf=2026-06-16&only=overdue'))).toHaveLength(2);
  });
});

test('today is the day where the company is: what is late in Kiritimati is not late yet in Samoa', async () => {
  // Twenty-five hours apart, so that at no moment they have the same day.
  await inZone('Pacific/Pago_Pago');
  const { asOf: today } = await report('customer-dues');
  const overdue = async (): Promise<unknown[]> => {
    await anInvoice('100.00', today, { dueOn: today });
    const [dues] = (await report('customer-dues')).rows;
    const { body } = await person.company.get(`/reports/invoice-figures?from=${today}`).expect(200);
    return [dues!.cells[4], (body as InvoiceFiguresDto).overdue.count];
  };
  expect(await overdue()).toEqual(['0.00', 0]);
  await inZone('Pacific/Kiritimati');
  expect(await overdue()).toEqual(['100.00', 1]);
}, 60_000);

describe('the ledger of a customer', () => {
  test('runs from the opening balance over invoices, payments and a bounced cheque to what is open', async () => {
    await anInvoice('1000.00', '2026-03-20');
    const invoice = await anInvoice('500.00', '2026-05-01');
    const receipt = await received('1200.00', '2026-05-10', { mode: 'cheque', reference: '000123' });
    await ledger.post(person, asked(receipt));
    await inState(receipt.id, 'posted');
    const undo = { how: 'bounced', on: '2026-05-12', reason: 'No funds' };
    await person.company.post(`/receipts/${receipt.id}/undo`, undo).expect(200);
    await ledger.reverse(person, [asked(receipt)]);
    await inState(receipt.id, 'bounced');
    await received('100.00', '2026-05-20');
    const told = await statement('asOf=2026-05-31');
    expect(lines(told).map(([, ...cells]) => cells)).toEqual([
      [null, null, null, null, null, null, null, '1000.00'],
      ['2026-05-01', 'invoice', invoice.number, '', '2026-05-31', '500.00', null, '1500.00'],
      ['2026-05-10', 'receipt', receipt.number, '000123', null, null, '1200.00', '300.00'],
      ['2026-05-12', 'receipt-bounced', receipt.number, 'No funds', null, '1200.00', null, '1500.00'],
      ['2026-05-20', 'receipt', 'RC/2627/0002', '', null, null, '100.00', '1400.00'],
      [null, null, null, null, null, null, null, '1400.00'],
    ]);
    expect(told).toMatchObject({
      subject: 'Deccan Cafe',
      from: '2026-04-01',
      checks: [{ holds: true }],
    });
    expect(told.rows[1]).toMatchObject({ documentId: invoice.id });
  });

  test('comes as a spreadsheet and on paper too, where no name runs as a formula', async () => {
    const { id } = await aCustomer(person, { name: '=1+1' });
    const { text, headers } = await person.company
      .get(`/customers/${id}/ledger?asOf=2026-05-31&format=csv`)
      .expect(200);
    expect(headers['content-disposition']).toContain('customer-ledger-2026-05-31.csv');
    expect(text).toContain("'=1+1");
    expect(text).toContain('Date,Document,Number,Narration,Due,Debit,Credit,Balance');
    for (const [format, magic] of [
      ['xlsx', 'PK'],
      ['pdf', '%PDF'],
    ] as const) {
      const path = `/reports/receivables-ageing?asOf=2026-05-31&format=${format}`;
      const { body } = await person.company.get(path).buffer(true).parse(bytes).expect(200);
      expect((body as Buffer).subarray(0, magic.length).toString()).toBe(magic);
    }
  }, 60_000);

  test('of a customer of somebody else is not found', async () => {
    const stranger = await aCustomer(await aPerson(started));
    for (const id of [stranger.id, newId()]) {
      await person.company.get(`/customers/${id}/ledger`).expect(404);
      await person.company.get(`/reports/receivables-ageing?customerId=${id}`).expect(404);
    }
  });
});

describe('the figures of invoices', () => {
  test('tell paid from unpaid and late, by number and by money, and what came in month by month', async () => {
    await anInvoice('600.00', '2026-04-10');
    await anInvoice('400.00', '2026-05-10', { dueOn: '2026-05-20' });
    await anInvoice('500.00', '2026-05-15', { dueOn: '2099-01-01' });
    await received('700.00', '2026-05-25');
    const bad = await received('9.00', '2026-05-26', {
      mode: 'cheque',
      reference: '000124',
      allocations: [],
    });
    await ledger.post(person, asked(bad));
    await inState(bad.id, 'posted');
    const undo = { how: 'bounced', on: '2026-05-27', reason: 'No funds' };
    await person.company.post(`/receipts/${bad.id}/undo`, undo).expect(200);
    await ledger.reverse(person, [asked(bad)]);
    await inState(bad.id, 'bounced');
    const { body } = await person.company
      .get('/reports/invoice-figures?from=2026-04-01&until=2026-06-30')
      .expect(200);
    expect(body).toMatchObject({
      paid: { amount: '700.00', count: 1, countShare: '33.3' },
      unpaid: { amount: '800.00', count: 2, countShare: '66.7' },
      overdue: { amount: '300.00', count: 1, countShare: '33.3' },
      all: { amount: '1500.00', count: 3, countShare: '100.0' },
      amountPaidShare: '46.7',
      months: [
        { month: '2026-04', billed: '600.00', collected: '0.00' },
        { month: '2026-05', billed: '900.00', collected: '700.00' },
        { month: '2026-06', billed: '0.00', collected: '0.00' },
      ],
    } satisfies Partial<InvoiceFiguresDto>);
  });
});

function bytes(response: supertest.Response, done: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  response.on('data', (chunk: Buffer) => chunks.push(chunk));
  response.on('end', () => done(null, Buffer.concat(chunks)));
}
