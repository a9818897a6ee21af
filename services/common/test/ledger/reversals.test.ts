import type { EntryDto, EntryPage, EntryWhy, LedgerPostings } from '@dhanman/contracts';
import { PlainDate } from '@dhanman/kernel';
import { Database } from '@dhanman/platform';
import { query, startService, type StartedService } from '@dhanman/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Asked } from '../../src/ledger/journal-entry.js';
import type { Posted } from '../../src/ledger/posting.js';
import { ReversalsService } from '../../src/ledger/reversals.service.js';
import { common } from '../../src/main.js';
import { aCustomer, asking, type Books, openBooks } from '../support/ledger.js';

let started: StartedService;
let books: Books;

beforeAll(async () => {
  started = await startService(common);
});

afterAll(async () => {
  await started.stop();
});

beforeEach(async () => {
  books = await openBooks(started);
});

const party = aCustomer();
const invoice = asking([
  ['11200', '1180.00', '', party],
  ['41010', '', '1000.00'],
  ['23010', '', '180.00'],
]);
const receipt = asking([
  ['11120', '1180.00', ''],
  ['11200', '', '1180.00', party],
]);

async function reverse(on: string, ...asked: readonly Asked[]): Promise<readonly Posted[]> {
  const sources = asked.map(({ service, request }) => ({ service, ...request.source }));
  return started.service
    .get(Database)
    .transaction(books, (tx) =>
      started.service
        .get(ReversalsService)
        .reverse(tx, books, sources, { on: PlainDate.parse(on), reason: 'Cancelled' }),
    );
}

const entryOf = async ({ entryId }: Posted): Promise<EntryDto> =>
  (await books.get(`entries/${entryId}`).expect(200)).body as EntryDto;

test('a receipt and its invoice are reversed together, linked both ways, and nothing remains', async () => {
  await books.post(invoice, receipt);
  const [one, other] = await reverse('2026-05-02', receipt, invoice);
  expect(await books.balances()).toEqual({});
  const [reversal, original] = [
    await entryOf(one!),
    (await books.get('entries?sort=sequence')).body as EntryPage,
  ];
  expect(reversal).toMatchObject({
    kind: 'reversal',
    enteredOn: '2026-05-02',
    reverses: original.items[1]!.id,
  });
  expect(original.items.map(({ isReversed, kind }) => [kind, isReversed])).toEqual([
    ['ordinary', true],
    ['ordinary', true],
    ['reversal', false],
    ['reversal', false],
  ]);
  const first = (await books.get(`entries/${original.items[0]!.id}`)).body as EntryDto;
  expect(first.reversedBy).toMatchObject({ number: other!.number });
});

test('who asks again gets the reversals there are', async () => {
  await books.post(invoice);
  const [first] = await reverse('2026-05-02', invoice);
  expect(await reverse('2026-05-09', invoice)).toEqual([first]);
});

test.each([
  ['one of them is reversed already', '2026-05-02', 'entry-reversed'],
  ['the period is closed', '2027-04-02', 'no-financial-year'],
])('nothing is reversed when %s', async (why, on, code) => {
  await books.post(invoice, receipt);
  if (code === 'entry-reversed') await reverse('2026-05-02', receipt);
  const before = await books.balances();
  await expect(reverse(on, receipt, invoice)).rejects.toMatchObject({ code });
  expect(await books.balances()).toEqual(before);
});

test('nothing is reversed that is not in the books', async () => {
  await expect(reverse('2026-05-02', invoice)).rejects.toMatchObject({ code: 'entry-unknown' });
});

test('a correction is a reversal and the next version', async () => {
  await books.post(invoice);
  await reverse('2026-05-02', invoice);
  const next = {
    ...invoice.request,
    source: { ...invoice.request.source, version: 2 },
    narration: 'Corrected',
  };
  expect(await books.post({ ...invoice, request: next })).toMatchObject([
    { posted: { number: 'JV/2627/000003' } },
  ]);
});

test('of the documents of other services, what stands is counted', async () => {
  const second = asking([
    ['11200', '20.00', '', party],
    ['41010', '', '20.00'],
  ]);
  await books.post(invoice, second, { ...receipt, service: 'common' });
  const count = async (span = '') =>
    ((await books.get(`postings${span}`).expect(200)).body as LedgerPostings).items;
  const [both] = await count();
  expect(both).toMatchObject({
    service: 'sales',
    document: 'invoice',
    month: '2026-04',
    entries: 2,
    amount: '1200.0000',
  });
  await reverse('2026-05-02', invoice);
  const left = await count();
  expect(left).toMatchObject([{ month: '2026-04', entries: 1, amount: '20.0000' }]);
  expect(left[0]!.fingerprint).not.toBe(both!.fingerprint);
  expect(await count('?from=2026-05-01')).toEqual([]);
  expect(await count('?to=2026-03-31')).toEqual([]);
});

test('a bill that was rounded down counts with what its customer owes', async () => {
  const rounded = asking([
    ['11200', '118.00', '', party],
    ['55020', '0.40', ''],
    ['41010', '', '118.40'],
  ]);
  await books.post(rounded);
  const { items } = (await books.get('postings').expect(200)).body as LedgerPostings;
  expect(items).toMatchObject([{ document: 'invoice', entries: 1, amount: '118.0000' }]);
});

test('the entry of a document is not taken back behind the back of its service', async () => {
  await books.post(invoice);
  const { items } = (await books.get('entries').expect(200)).body as EntryPage;
  const refused = await books.send(`entries/${items[0]!.id}/reverse`, { on: '2026-05-02', reason: 'Wrong' });
  expect(refused).toMatchObject({ status: 409, body: { code: 'entry-of-document' } });
});

test('a journal is taken back by hand, and its reversal as well', async () => {
  const [posted] = await books.post({ ...receipt, service: 'common' });
  const id = 'posted' in posted! ? posted.posted.entryId : '';
  const once = await books.send(`entries/${id}/reverse`, { on: '2026-05-02', reason: 'Wrong' });
  expect(once.status).toBe(201);
  expect(await books.balances()).toEqual({});
  const back = `entries/${(once.body as Posted).entryId}/reverse`;
  expect((await books.send(back, { on: '2026-05-03', reason: 'Right after all' })).status).toBe(201);
  expect(await books.balances()).toEqual({ 11120: '1180.00', 11200: '-1180.00' });
  expect(await books.send(`entries/${id}/reverse`, { on: '2026-05-02', reason: 'Twice' })).toMatchObject({
    ...{ status: 409, body: { code: 'entry-reversed' } },
  });
});

test('an entry says why it is what it is', async () => {
  const why = { rule: 'gst.output.sgst', inputs: { taxable: '1000.00', rate: '18' } };
  const [debit, income, tax] = invoice.request.lines;
  const lines = [debit!, income!, { ...tax!, why }];
  const [posted] = await books.post({ ...invoice, request: { ...invoice.request, lines } });
  const id = 'posted' in posted! ? posted.posted.entryId : '';
  const explained = (await books.get(`entries/${id}/why`).expect(200)).body as EntryWhy;
  expect(explained).toMatchObject({ service: 'sales', source: invoice.request.source });
  expect(
    explained.lines.map(({ account, accountName, rule, inputs }) => [account, accountName, rule, inputs]),
  ).toEqual([
    ['11200', 'Accounts Receivable', null, {}],
    ['41010', 'Service Revenue', null, {}],
    ['23010', 'SGST Payable', 'gst.output.sgst', why.inputs],
  ]);
});

test('sixteen at once get numbers without a gap, and the chain holds', async () => {
  const each = () =>
    asking([
      ['53020', '5.00', ''],
      ['11110', '', '5.00'],
    ]);
  const all = await Promise.all(Array.from({ length: 16 }, () => books.post(each(), each())));
  const numbers = all.flat().map((one) => ('posted' in one ? one.posted.number : 'none'));
  const expected = Array.from({ length: 32 }, (_, index) => `JV/2627/${String(index + 1).padStart(6, '0')}`);
  expect(numbers.toSorted()).toEqual(expected);
  const linked = `select count(*)::int as broken from (
    select previous_hash, lag(hash) over (order by sequence) as before from journal_entry where company_id = $1) as link
    where before is not null and before <> previous_hash`;
  expect(await query(started.database.adminUrl, linked, [books.companyId])).toEqual([{ broken: 0 }]);
});
