import type { InvoicePage, InvoiceDto, WriteOffDto, WriteOffPage } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { query, until } from '@dhanman/testing';
import { describe, expect, test } from '@jest/globals';
import {
  anInvoice,
  customer,
  invoiceOf,
  ledger,
  patience,
  person,
  postedReceipt,
  received,
  started,
} from './support/receipts.js';

async function inTheBooks(price = '1000.00'): Promise<InvoiceDto> {
  const { id } = await anInvoice(price);
  await ledger.post(person, { document: 'invoice', purpose: 'issue', documentId: id });
  return until(async () => {
    const invoice = await invoiceOf(id);
    return invoice.state === 'posted' && invoice;
  }, patience);
}

const details = (invoiceId: string, change: object = {}) => ({
  ...{ invoiceId, on: '2026-06-20', amount: '400.00', reason: 'Cannot be found', ...change },
});

const asking = (invoiceId: string, change: object = {}) =>
  person.company.post('/write-offs', details(invoiceId, change));

async function written(invoiceId: string, change: object = {}): Promise<WriteOffDto> {
  return (await asking(invoiceId, change).expect(201)).body as WriteOffDto;
}

async function writeOffIn(id: string, state: WriteOffDto['state']): Promise<WriteOffDto> {
  return until(async () => {
    const writeOff = (await person.company.get(`/write-offs/${id}`).expect(200)).body as WriteOffDto;
    return writeOff.state === state && writeOff;
  }, patience);
}

const asked = ({ id }: WriteOffDto) => ({ document: 'write-off', purpose: 'write-off', documentId: id });

async function posted(invoiceId: string, change: object = {}): Promise<WriteOffDto> {
  const writeOff = await written(invoiceId, change);
  await ledger.post(person, asked(writeOff));
  return writeOffIn(writeOff.id, 'posted');
}

const undo = (id: string, change: object = {}) =>
  person.company.post(`/write-offs/${id}/undo`, {
    ...{ how: 'reversed', on: '2026-06-25', reason: 'The debt was paid', ...change },
  });

async function reversed(writeOff: WriteOffDto): Promise<void> {
  await undo(writeOff.id).expect(200);
  await ledger.reverse(person, [asked(writeOff)]);
  await writeOffIn(writeOff.id, 'reversed');
}

async function report(path: string) {
  const { body } = await person.company.get(path).expect(200);
  return body as { rows: { cells: (string | null)[] }[]; checks: object[] };
}

const ledgerOn = (asOf: string) => report(`/customers/${customer.id}/ledger?from=2026-04-01&asOf=${asOf}`);

describe('a write-off', () => {
  test('settles what will never be paid, as a bad debt under a number of its own', async () => {
    const invoice = await inTheBooks();
    await received({ amount: '600.00' });
    const writeOff = await written(invoice.id);
    expect(writeOff).toMatchObject({
      ...{ number: 'WO/2627/0001', state: 'waiting', amount: '400.00', customerName: customer.name },
      ...{ invoiceId: invoice.id, invoiceNumber: invoice.number, reason: 'Cannot be found' },
      postings: [{ document: 'write-off', purpose: 'write-off', state: 'asked', amount: '400.00' }],
    });
    expect(await invoiceOf(invoice.id)).toMatchObject({
      ...{ settled: '1000.00', writtenOff: '400.00', outstanding: '0.00', payment: 'written-off' },
    });
    const [message] = await query<{ lines: object[] }>(
      started.database.adminUrl,
      `select payload -> 'lines' as lines from outbox
       where envelope ->> 'organizationId' = $1 and payload -> 'source' ->> 'document' = 'write-off'`,
      [person.organizationId],
    );
    // Two lines and no tax: GST gives no relief for a bad debt.
    expect(message?.lines).toEqual([
      expect.objectContaining({ account: '53120', role: 'bad-debt', side: 'debit', amount: '400.00' }),
      expect.objectContaining({
        ...{ account: '11200', role: 'receivable', side: 'credit', amount: '400.00' },
        party: { kind: 'customer', id: customer.id },
      }),
    ]);
    await ledger.post(person, asked(writeOff), 2);
    await writeOffIn(writeOff.id, 'posted');
    const { body } = await person.company.get(`/invoices/${invoice.id}/settlements`).expect(200);
    expect((body as { items: object[] }).items).toContainEqual(
      expect.objectContaining({ document: 'write-off', documentId: writeOff.id, number: 'WO/2627/0001' }),
    );
  });

  test.each<[string, object, number, string]>([
    ['of more than is open', { amount: '1000.01' }, 409, 'write-off-above-open'],
    ['of nothing', { amount: '0.00' }, 400, 'request-invalid'],
    ['before the invoice', { on: '2026-05-31' }, 409, 'write-off-before-invoice'],
    ['without a reason', { reason: ' ' }, 400, 'request-invalid'],
    ['of an invoice nobody knows', { invoiceId: newId() }, 404, 'invoice-not-found'],
  ])('%s is refused and takes no number', async (_, change, status, code) => {
    const invoice = await inTheBooks();
    const { body, status: answered } = await asking(invoice.id, change);
    expect([answered, (body as { code: string }).code]).toEqual([status, code]);
    expect(await written(invoice.id)).toMatchObject({ number: 'WO/2627/0001' });
  });

  test('is only of an invoice that stands in the books', async () => {
    const { id } = await anInvoice('1000.00');
    expect((await asking(id).expect(409)).body).toMatchObject({ code: 'invoice-not-in-books' });
  });

  test('sent twice with one key is one write-off', async () => {
    const invoice = await inTheBooks();
    const key = { 'idempotency-key': newId() };
    const send = () => asking(invoice.id).set(key).expect(201);
    const [one, other] = [await send(), await send()];
    expect((one.body as WriteOffDto).id).toBe((other.body as WriteOffDto).id);
  });

  test('and others at once, and receipts, never settle more than is open', async () => {
    const invoice = await inTheBooks();
    const pay = () =>
      person.company.post('/receipts', {
        ...{ customerId: customer.id, on: '2026-06-20', mode: 'cash', amount: '700.00' },
        allocations: [{ invoiceId: invoice.id, amount: '700.00' }],
      });
    const lose = () => asking(invoice.id, { amount: '600.00' });
    const answers = await Promise.all([lose(), pay(), lose(), pay(), pay(), lose()]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      201, 409, 409, 409, 409, 409,
    ]);
    const { items } = (await person.company.get('/write-offs').expect(200)).body as WriteOffPage;
    const { settled, writtenOff } = await invoiceOf(invoice.id);
    expect(writtenOff).toBe(items.length === 1 ? '600.00' : '0.00');
    expect(settled).toBe(items.length === 1 ? '600.00' : '700.00');
    expect(await written(invoice.id, { amount: '1.00' })).toMatchObject({
      number: `WO/2627/000${String(items.length + 1)}`,
    });
  });

  test('that the ledger refuses is corrected and sent again, or withdrawn', async () => {
    const invoice = await inTheBooks();
    const writeOff = await written(invoice.id);
    await ledger.reject(person, asked(writeOff));
    expect((await writeOffIn(writeOff.id, 'rejected')).rejection).toMatchObject({ code: 'period-closed' });
    const correct = (on: string) => person.company.post(`/write-offs/${writeOff.id}/correct`, { on });
    expect((await correct('2027-04-01').expect(409)).body).toMatchObject({ code: 'write-off-year-fixed' });
    expect((await correct('2026-05-01').expect(409)).body).toMatchObject({
      code: 'write-off-before-invoice',
    });
    expect((await correct('2026-07-01').expect(200)).body).toMatchObject({
      ...{ state: 'waiting', number: writeOff.number, on: '2026-07-01' },
    });
    await ledger.reject(person, { ...asked(writeOff), version: 2 });
    await writeOffIn(writeOff.id, 'rejected');
    await undo(writeOff.id, { how: 'withdrawn' }).expect(200);
    await writeOffIn(writeOff.id, 'withdrawn');
    expect(await invoiceOf(invoice.id)).toMatchObject({ outstanding: '1000.00', writtenOff: '0.00' });
    expect((await ledgerOn('2026-12-31')).rows).toHaveLength(3);
  });

  test('that is reversed brings the amount back once the ledger agrees, and it can be paid', async () => {
    const invoice = await inTheBooks();
    const writeOff = await posted(invoice.id, { amount: '1000.00' });
    expect((await undo(writeOff.id, { on: '2026-06-19' }).expect(409)).body).toMatchObject({
      code: 'write-off-undone-too-early',
    });
    await undo(writeOff.id).expect(200);
    expect((await undo(writeOff.id).expect(409)).body).toMatchObject({ code: 'write-off-undone' });
    expect(await invoiceOf(invoice.id)).toMatchObject({ payment: 'written-off' });
    await ledger.refuseReversal(person, [asked(writeOff)]);
    await writeOffIn(writeOff.id, 'posted');
    await reversed(writeOff);
    expect(await invoiceOf(invoice.id)).toMatchObject({ payment: 'unpaid', outstanding: '1000.00' });
    await postedReceipt({ on: '2026-06-25' });
    expect(await invoiceOf(invoice.id)).toMatchObject({ payment: 'paid', writtenOff: '0.00' });
  });

  test('holds its invoice: it is neither credited nor cancelled', async () => {
    const invoice = await inTheBooks();
    const writeOff = await posted(invoice.id);
    const credit = () => person.company.post('/credit-notes', { invoiceId: invoice.id, reason: 'others' });
    expect((await credit().expect(409)).body).toMatchObject({ code: 'invoice-written-off' });
    const cancel = await person.company
      .post(`/invoices/${invoice.id}/cancel`, { on: '2026-06-25', reason: 'Wrong' })
      .set('if-match', `"${String((await invoiceOf(invoice.id)).version)}"`);
    expect(cancel.body).toMatchObject({ code: 'invoice-settled' });
    await reversed(writeOff);
    await credit().expect(201);
  });

  test('is listed for its invoice and customer, and its invoice among those written off', async () => {
    const [one, other] = [await inTheBooks(), await inTheBooks()];
    const writeOff = await posted(one.id, { amount: '1000.00' });
    const ids = async (path: string) => {
      const { body } = await person.company.get(path).expect(200);
      return (body as InvoicePage | WriteOffPage).items.map(({ id }) => id);
    };
    expect(await ids(`/write-offs?invoiceId=${one.id}&customerId=${customer.id}&state=posted`)).toEqual([
      writeOff.id,
    ]);
    expect(await ids(`/write-offs?invoiceId=${other.id}`)).toEqual([]);
    expect(await ids(`/write-offs?q=${encodeURIComponent(one.number ?? '')}`)).toEqual([writeOff.id]);
    expect(await ids('/invoices?payment=written-off')).toEqual([one.id]);
    expect(await ids('/invoices?payment=paid')).toEqual([]);
  });

  test('of the database itself: none is changed or deleted, and the invoice says what was lost', async () => {
    const invoice = await inTheBooks();
    const { id } = await written(invoice.id);
    const run = (sql: string) => query(started.database.adminUrl, sql, [id]);
    await expect(run('delete from write_off where id = $1')).rejects.toThrow('taken back, never changed');
    await expect(run('update write_off set amount = 1 where id = $1')).rejects.toThrow('never changed');
    await expect(query(started.database.adminUrl, 'truncate write_off', [])).rejects.toThrow('never changed');
  });
});

describe('written off', () => {
  test('is what the customer owes no more, on every day, and again once it is reversed', async () => {
    const invoice = await inTheBooks();
    await reversed(await posted(invoice.id));
    const days = ['2026-06-19', '2026-06-20', '2026-06-25'];
    const balances = await Promise.all(
      days.map(async (day) => {
        const { rows, checks } = await ledgerOn(day);
        expect(checks).toMatchObject([{ holds: true }]);
        return rows.at(-1)?.cells.at(-1);
      }),
    );
    expect(balances).toEqual(['1000.00', '600.00', '1000.00']);
    const documents = (await ledgerOn('2026-06-30')).rows.map(({ cells }) => cells[1]);
    expect(documents).toEqual([null, 'invoice', 'write-off', 'write-off-reversed', null]);
    const aged = await Promise.all(days.map((day) => report(`/reports/receivables-ageing?asOf=${day}`)));
    expect(aged.map(({ rows }) => rows.at(-1)?.cells.includes('600.00'))).toEqual([false, true, false]);
  });

  test('is no money that came: the figures keep it apart, and the posting proof counts it', async () => {
    const invoice = await inTheBooks();
    await postedReceipt({ amount: '600.00' });
    await posted(invoice.id);
    const figures = await person.company.get('/reports/invoice-figures?from=2026-04-01&until=2026-06-30');
    expect(figures.body).toMatchObject({
      ...{ paid: { amount: '600.00', count: 0 }, unpaid: { amount: '0.00', count: 0 } },
      ...{ writtenOff: { amount: '400.00', count: 1 }, all: { amount: '1000.00', count: 1 } },
      amountPaidShare: '60.0',
    });
    const { body } = await person.company.get('/postings').expect(200);
    expect((body as { items: object[] }).items).toContainEqual(
      expect.objectContaining({ document: 'write-off', due: 1, posted: 1, amountPosted: '400.0000' }),
    );
  });

  test('counts in no return: what was sold and its tax are as they were', async () => {
    const invoice = await inTheBooks();
    const register = () => report('/reports/sales-register?from=2026-04-01&asOf=2026-06-30');
    const before = await register();
    await posted(invoice.id);
    expect((await register()).rows).toEqual(before.rows);
  });
});
