import { newId } from '@dhanman/kernel';
import { query } from '@dhanman/testing';
import { expect, test } from '@jest/globals';
import { pdfOf, printed } from './support/papers.js';
import { textOf } from './support/read-text.js';
import {
  anInvoice,
  inState,
  ledger,
  of,
  person,
  postedReceipt,
  received,
  started,
} from './support/receipts.js';

async function readIn(id: string, language = 'en'): Promise<string[]> {
  await printed(person, `/receipts/${id}`);
  return textOf(await pdfOf(person, `/receipts/${id}`, language)).split('\n');
}

test('a receipt in the books gets its paper: the money, how it came, what it settled and what is left', async () => {
  const invoice = await anInvoice('900.00');
  const { id, customerName } = await postedReceipt({
    ...{ amount: '980.00', tds: '20.00', mode: 'upi', reference: '412345678901' },
  });
  const text = await readIn(id);
  for (const line of [
    ...[
      'Receipt',
      'Asha',
      'Received from',
      customerName,
      'RC/2627/0001',
      '10-06-2026',
      'UPI',
      '412345678901',
    ],
    ...[
      invoice.number,
      '01-06-2026',
      '900.00',
      'Money',
      '980.00',
      'Tax deducted (TDS)',
      '20.00',
      '₹1,000.00',
    ],
    ...['Rupees one thousand only', 'Kept as an advance', '₹100.00', 'Authorised signatory'],
  ])
    expect(text).toContain(line);
  expect(await readIn(id, 'hi')).toContain('रुपये एक हज़ार मात्र');
});

test('money that settles nothing says that all of it is an advance', async () => {
  const { id } = await postedReceipt({ amount: '12345.00', mode: 'cash' });
  const text = await readIn(id);
  expect(text).toContain('Cash');
  expect(text.filter((line) => line === '₹12,345.00')).toHaveLength(2);
  expect(text).not.toContain('Settles invoice');
});

test('the paper stays as it was, whatever the money settles afterwards', async () => {
  const { id } = await postedReceipt({ amount: '500.00', allocations: [] });
  await printed(person, `/receipts/${id}`);
  const before = await pdfOf(person, `/receipts/${id}`, 'en');
  await anInvoice('300.00', '2026-06-11');
  await person.company.post(`/receipts/${id}/apply`, { on: '2026-06-12' }).expect(200);
  await person.company.post(`/receipts/${id}/paper`, {}).expect(200);
  expect((await pdfOf(person, `/receipts/${id}`, 'en')).equals(before)).toBe(true);
});

test('without the answer of the ledger there is none, and what was refused gets one of its next day', async () => {
  const { id, ...receipt } = await received();
  const { body } = await person.company.post(`/receipts/${id}/paper`, {}).expect(409);
  expect(body).toMatchObject({ code: 'paper-of-unposted' });
  await ledger.reject(person, of({ id, ...receipt }));
  await inState(id, 'rejected');
  await person.company.post(`/receipts/${id}/correct`, { on: '2026-07-02' }).expect(200);
  await ledger.post(person, { ...of({ id, ...receipt }), version: 2 });
  const text = await readIn(id);
  expect(text).toContain('02-07-2026');
  expect(text).not.toContain('10-06-2026');
});

test('the database keeps what was frozen, and no paper without its receipt', async () => {
  const { id } = await postedReceipt();
  await printed(person, `/receipts/${id}`);
  const admin = started.database.adminUrl;
  const forge = query(
    admin,
    `update invoice_paper set content = content || '{"amount": "9"}' where id = $1`,
    [id],
  );
  await expect(forge).rejects.toThrow('an issued paper is never changed');
  const orphan = query(
    admin,
    `insert into invoice_paper (organization_id, company_id, id, document, content) values ($1, $2, $3, 'receipt', '{}')`,
    [person.organizationId, person.companyId, newId()],
  );
  await expect(orphan).rejects.toThrow('invoice_paper_receipt_fkey');
  for (const part of ['paper', 'pdf']) await person.company.get(`/receipts/${newId()}/${part}`).expect(404);
});
