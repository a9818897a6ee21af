import type { PostingCounts, ReceiptDto } from '@dhanman/contracts';
import { query, until } from '@dhanman/testing';
import { describe, expect, test } from '@jest/globals';
import {
  anInvoice,
  inState,
  invoiceOf,
  ledger,
  of,
  patience,
  person,
  postedReceipt,
  receiptOf,
  received,
  started,
} from './support/receipts.js';

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
