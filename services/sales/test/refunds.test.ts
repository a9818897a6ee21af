import type { ReceiptPage, RefundDto, RefundPage } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { query, until } from '@dhanman/testing';
import { describe, expect, test } from '@jest/globals';
import {
  anInvoice,
  customer,
  inState,
  ledger,
  of,
  patience,
  person,
  postedReceipt,
  receiptOf,
  received,
  started,
} from './support/receipts.js';

const details = (creditId: string, change: object = {}) => ({
  ...{ creditId, on: '2026-06-20', mode: 'bank', amount: '400.00', ...change },
});

async function refunded(creditId: string, change: object = {}): Promise<RefundDto> {
  return (await person.company.post('/refunds', details(creditId, change)).expect(201)).body as RefundDto;
}

async function refundIn(id: string, state: RefundDto['state']): Promise<RefundDto> {
  return until(async () => {
    const refund = (await person.company.get(`/refunds/${id}`).expect(200)).body as RefundDto;
    return refund.state === state && refund;
  }, patience);
}

const asked = ({ id }: RefundDto) => ({ document: 'refund', purpose: 'pay', documentId: id });

async function postedRefund(creditId: string): Promise<RefundDto> {
  const refund = await refunded(creditId);
  await ledger.post(person, asked(refund));
  return refundIn(refund.id, 'posted');
}

const undo = (id: string, change: object = {}) =>
  person.company.post(`/refunds/${id}/undo`, {
    ...{ how: 'reversed', on: '2026-06-22', reason: 'Paid twice', ...change },
  });

async function ledgerOn(asOf: string) {
  const { body } = await person.company
    .get(`/customers/${customer.id}/ledger?from=2026-04-01&asOf=${asOf}`)
    .expect(200);
  return body as { rows: { cells: (string | null)[] }[]; checks: object[] };
}

describe('a refund', () => {
  test('pays back what no invoice has used, with a number of its own, out of the advance', async () => {
    await anInvoice('600.00');
    const receipt = await postedReceipt();
    const refund = await refunded(receipt.id);
    expect(refund).toMatchObject({
      ...{ number: 'RF/2627/0001', state: 'waiting', amount: '400.00', customerName: customer.name },
      credit: { document: 'receipt', id: receipt.id, number: receipt.number },
      postings: [{ document: 'refund', purpose: 'pay', state: 'asked', amount: '400.00' }],
    });
    expect(await receiptOf(receipt.id)).toMatchObject({ allocated: '1000.00', advance: '0.00' });
    const messages = await query<{ lines: object[] }>(
      started.database.adminUrl,
      `select payload -> 'lines' as lines from outbox where envelope ->> 'organizationId' = $1`,
      [person.organizationId],
    );
    const party = { kind: 'customer', id: customer.id };
    expect(messages.map(({ lines }) => lines)).toContainEqual([
      expect.objectContaining({ account: '25020', side: 'debit', amount: '400.00', party }),
      expect.objectContaining({ account: '11120', role: 'bank', side: 'credit', amount: '400.00' }),
    ]);
    await ledger.post(person, asked(refund), 2);
    await refundIn(refund.id, 'posted');
    expect((await person.company.get('/refunds?state=posted').expect(200)).body).toMatchObject({
      items: [{ id: refund.id }],
    });
  });

  test.each<[string, object, number, string]>([
    ['of more than is unused', { amount: '1000.01' }, 409, 'refund-above-unused'],
    ['of nothing', { amount: '0.00' }, 400, 'request-invalid'],
    ['by a cheque without its number', { mode: 'cheque' }, 422, 'refund-reference-missing'],
    ['before the money came', { on: '2026-06-09' }, 409, 'refund-too-early'],
    ['of money nobody knows', { creditId: newId() }, 404, 'credit-not-found'],
  ])('%s is refused and takes no number', async (_, change, status, code) => {
    const receipt = await postedReceipt();
    const { body, status: answered } = await person.company.post('/refunds', details(receipt.id, change));
    expect([answered, (body as { code: string }).code]).toEqual([status, code]);
    expect(await refunded(receipt.id)).toMatchObject({ number: 'RF/2627/0001' });
  });

  test('waits until the ledger has the money that it pays back', async () => {
    const { body } = await person.company.post('/refunds', details((await received()).id)).expect(409);
    expect(body).toMatchObject({ code: 'posting-not-posted' });
  });

  test('sent twice with one key is one refund', async () => {
    const receipt = await postedReceipt();
    const key = { 'idempotency-key': newId() };
    const send = () => person.company.post('/refunds', details(receipt.id)).set(key).expect(201);
    const [one, other] = [await send(), await send()];
    expect((one.body as RefundDto).id).toBe((other.body as RefundDto).id);
  });

  test('and others at once, and allocations, never use the same money twice', async () => {
    const receipt = await postedReceipt();
    await anInvoice('700.00', '2026-06-15');
    const apply = () => person.company.post(`/receipts/${receipt.id}/apply`, { on: '2026-06-20' });
    const pay = () => person.company.post('/refunds', details(receipt.id));
    const answers = await Promise.all([pay(), pay(), apply(), pay(), apply(), pay()]);
    expect(answers.filter(({ status }) => ![200, 201, 409].includes(status))).toEqual([]);
    const { items } = (await person.company.get('/refunds').expect(200)).body as RefundPage;
    const { allocations, allocated, advance } = await receiptOf(receipt.id);
    const used = [...items, ...allocations].reduce((sum, { amount }) => sum + Number(amount), 0);
    expect(used).toBeLessThanOrEqual(1000);
    expect([allocated, advance]).toEqual([used.toFixed(2), (1000 - used).toFixed(2)]);
    expect(items.map(({ number }) => number).toSorted()).toEqual(
      items.map((_, place) => `RF/2627/000${String(place + 1)}`),
    );
  });

  test('that the ledger refuses is corrected and sent again, or withdrawn', async () => {
    const receipt = await postedReceipt();
    const refund = await refunded(receipt.id);
    await ledger.reject(person, asked(refund));
    expect((await refundIn(refund.id, 'rejected')).rejection).toMatchObject({ code: 'period-closed' });
    const correct = (body: object) => person.company.post(`/refunds/${refund.id}/correct`, body);
    expect((await correct({ on: '2027-04-01' }).expect(409)).body).toMatchObject({
      code: 'refund-year-fixed',
    });
    const { body } = await correct({ on: '2026-07-01', account: '11121' }).expect(200);
    expect(body).toMatchObject({ state: 'waiting', number: refund.number, account: '11121' });
    await ledger.reject(person, { ...asked(refund), version: 2 });
    await refundIn(refund.id, 'rejected');
    await undo(refund.id, { how: 'withdrawn' }).expect(200);
    await refundIn(refund.id, 'withdrawn');
    expect(await receiptOf(receipt.id)).toMatchObject({ advance: '1000.00' });
    expect((await ledgerOn('2026-12-31')).rows).toHaveLength(3);
  });

  test('that is reversed gives its money back to the customer once the ledger agrees', async () => {
    const receipt = await postedReceipt();
    const refund = await postedRefund(receipt.id);
    expect((await undo(refund.id, { on: '2026-06-19' }).expect(409)).body).toMatchObject({
      code: 'refund-undone-too-early',
    });
    await undo(refund.id).expect(200);
    expect((await undo(refund.id).expect(409)).body).toMatchObject({ code: 'refund-undone' });
    expect(await receiptOf(receipt.id)).toMatchObject({ advance: '600.00' });
    await ledger.refuseReversal(person, [asked(refund)]);
    await refundIn(refund.id, 'posted');
    await undo(refund.id).expect(200);
    await ledger.reverse(person, [asked(refund)]);
    await refundIn(refund.id, 'reversed');
    expect(await receiptOf(receipt.id)).toMatchObject({ advance: '1000.00' });
    const early = await person.company.post('/refunds', details(receipt.id, { amount: '900.00' }));
    expect(early.body).toMatchObject({ code: 'refund-too-early' });
  });

  test('holds the receipt that it paid back from', async () => {
    const receipt = await postedReceipt();
    const refund = await postedRefund(receipt.id);
    const takeBack = () =>
      person.company.post(`/receipts/${receipt.id}/undo`, {
        ...{ how: 'reversed', on: '2026-06-25', reason: 'Entered twice' },
      });
    expect((await takeBack().expect(409)).body).toMatchObject({ code: 'credit-refunded' });
    await undo(refund.id).expect(200);
    await ledger.reverse(person, [asked(refund)]);
    await refundIn(refund.id, 'reversed');
    await takeBack().expect(200);
    await ledger.reverse(person, [of(receipt)]);
    await inState(receipt.id, 'reversed');
  });

  test('can be had of what is listed as unused, and of nothing else', async () => {
    const [one, other] = [await postedReceipt(), await postedReceipt({ amount: '400.00' })];
    await postedRefund(other.id);
    const { body } = await person.company.get(`/receipts?customerId=${customer.id}&unused=some`).expect(200);
    expect((body as ReceiptPage).items.map(({ id }) => id)).toEqual([one.id]);
    expect((await person.company.get('/credit-notes?unused=some').expect(200)).body).toMatchObject({
      items: [],
    });
  });

  test('stands in the ledger of the customer, which agrees with what is open on every day', async () => {
    await anInvoice('600.00');
    const receipt = await postedReceipt();
    const refund = await postedRefund(receipt.id);
    await undo(refund.id).expect(200);
    await ledger.reverse(person, [asked(refund)]);
    await refundIn(refund.id, 'reversed');
    const balances = await Promise.all(
      ['2026-06-19', '2026-06-20', '2026-06-22'].map(async (day) => {
        const { rows, checks } = await ledgerOn(day);
        expect(checks).toMatchObject([{ holds: true }]);
        return rows.at(-1)?.cells.at(-1);
      }),
    );
    expect(balances).toEqual(['-400.00', '0.00', '-400.00']);
    const documents = (await ledgerOn('2026-06-30')).rows.map(({ cells }) => cells[1]);
    expect(documents).toEqual([null, 'invoice', 'receipt', 'refund', 'refund-reversed', null]);
  });
});
