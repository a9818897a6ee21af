import type { EntryDto, EntryPage, FinancialYears, OpeningBalances, Problem } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { startService, type StartedService } from '@dhanman/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { common } from '../../src/main.js';
import { aCustomer, asking, aVendor, type Books, openBooks } from '../support/ledger.js';

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

type Answer = OpeningBalances & Problem;

const [asha, ravi, dealer] = [aCustomer(), aCustomer(), aVendor()];
const bank = { account: '11120', side: 'debit', amount: '250000.00' };
const lines = [
  bank,
  { account: '11200', side: 'debit', amount: '12000.50', party: asha },
  { account: '11200', side: 'credit', amount: '500.00', party: ravi },
  { account: '21010', side: 'credit', amount: '61500.50', party: dealer },
  { account: '26010', side: 'credit', amount: '150000.00' },
];
const opening = { on: '2026-03-31', lines, difference: '50000.00', replaces: null };

async function enter(change: object = {}): Promise<{ status: number; body: Answer }> {
  const { status, body } = await books.send('opening-balances', { ...opening, ...change });
  return { status, body: body as Answer };
}

const shown = async () => (await books.get('opening-balances').expect(200)).body as OpeningBalances;
const entries = async () => ((await books.get('entries?sort=sequence')).body as EntryPage).items;
const pathsIn = ({ errors = [] }: Problem) => errors.map(({ path }) => path);

async function lock(startsOn: string): Promise<void> {
  const { items } = (await books.get('financial-years')).body as FinancialYears;
  const month = items.flatMap(({ periods }) => periods).find((one) => one.startsOn === startsOn)!;
  const request = books.send(`periods/${month.id}/lock`).set('if-match', `"${String(month.version)}"`);
  expect((await request).status).toBe(200);
}

describe('opening balances', () => {
  test('are one entry, with the confirmed difference on a line of its own', async () => {
    expect(await shown()).toMatchObject({
      ...{ currency: 'INR', current: null, earlier: [] },
      equity: { code: '30900' },
    });
    const { status, body } = await enter();
    expect([status, body.current?.entry.number]).toEqual([201, 'JV/2526/000001']);
    expect(body.current).toMatchObject({ version: 1, on: '2026-03-31', difference: '50000.00', lines });
    expect(await books.balances()).toEqual({
      ...{ 11120: '250000.00', 11200: '11500.50', 21010: '-61500.50', 26010: '-150000.00' },
      30900: '-50000.00',
    });
    const entry = (await books.get(`entries/${body.current!.entry.id}`)).body as EntryDto;
    expect(entry).toMatchObject({ kind: 'opening', service: 'common', source: { purpose: 'opening' } });
    expect(entry.lines.at(-1)).toMatchObject({ account: '30900', side: 'credit', amount: '50000.00' });
    expect(entry.lines.filter(({ party }) => party !== null)).toHaveLength(3);
  });

  test('that balance leave the equity alone, and debits that are short go to its debit', async () => {
    const balancing = [bank, { account: '26010', side: 'credit', amount: '250000.00' }];
    const { body } = await enter({ lines: balancing, difference: undefined });
    expect(body.current).toMatchObject({ difference: '0.00', lines: balancing });
    const short = [{ ...bank, amount: '1.00' }, balancing[1]];
    const again = await enter({ lines: short, difference: '-249999.00', replaces: 1, reason: 'Bank' });
    expect(again.status).toBe(201);
    expect(await books.balances()).toMatchObject({ 30900: '249999.00' });
  });

  test('are refused while nobody has confirmed what they are short of, to the paisa', async () => {
    for (const difference of [undefined, '49999.99', '-50000.00']) {
      const { status, body } = await enter({ difference });
      expect([status, body.code, pathsIn(body)]).toEqual([422, 'opening-not-postable', ['difference']]);
    }
    expect(await entries()).toEqual([]);
  });

  test('say everything that is wrong at once, each at its field', async () => {
    const wrong = [
      { account: '11200', side: 'debit', amount: '10.00' },
      { account: '999', side: 'debit', amount: '5.00' },
      { account: '41010', side: 'credit', amount: '12.00' },
      { account: '26010', side: 'credit', amount: '1.00' },
      { account: '26010', side: 'credit', amount: '2.00' },
    ];
    const { status, body } = await enter({ on: '2026-03-30', lines: wrong, difference: '0.00' });
    expect(status).toBe(422);
    expect(new Set(pathsIn(body))).toEqual(
      new Set(['on', 'lines.0.party', 'lines.1.account', 'lines.2.account', 'lines.4.account']),
    );
    const tooFine = await enter({ lines: [{ ...bank, amount: '1.0001' }] });
    expect(pathsIn(tooFine.body)).toEqual(['lines.0.amount']);
    expect(await entries()).toEqual([]);
  });
});

describe('a correction', () => {
  test('takes the version that stands back and posts the next; both stay in the books', async () => {
    await enter();
    const changed = [...lines.slice(0, -1), { account: '26010', side: 'credit', amount: '200000.00' }];
    const { status, body } = await enter({
      ...{ on: '2026-04-01', lines: changed, difference: '0.00', replaces: 1, reason: 'Loan statement' },
    });
    expect([status, body.current?.version, body.current?.on]).toEqual([201, 2, '2026-04-01']);
    expect(body.earlier).toMatchObject([{ version: 1, reversal: { number: 'JV/2526/000002' } }]);
    expect(await books.balances()).not.toHaveProperty('30900');
    expect((await entries()).map(({ kind, enteredOn, narration }) => [kind, enteredOn, narration])).toEqual([
      ['opening', '2026-03-31', 'Opening balances'],
      ['reversal', '2026-03-31', 'Loan statement'],
      ['opening', '2026-04-01', 'Opening balances'],
    ]);
  });

  test('says why, and of which version', async () => {
    await enter();
    expect((await enter({ replaces: 1 })).body).toMatchObject({ code: 'reason-missing' });
    for (const replaces of [null, 2]) {
      const { status, body } = await enter({ replaces, reason: 'Loan' });
      expect([status, body.code]).toEqual([409, 'opening-changed']);
    }
    expect(await entries()).toHaveLength(1);
  });

  test('of two at the same moment one counts', async () => {
    await enter();
    const both = await Promise.all(['One', 'Other'].map((reason) => enter({ replaces: 1, reason })));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await shown()).current?.version).toBe(2);
    expect(await entries()).toHaveLength(3);
  });

  test('by hand leaves none, and the next one is entered afresh', async () => {
    const { body } = await enter();
    const reversal = { on: '2026-03-31', reason: 'Another company' };
    expect((await books.send(`entries/${body.current!.entry.id}/reverse`, reversal)).status).toBe(201);
    expect((await shown()).current).toBeNull();
    expect((await enter()).body.current?.version).toBe(2);
  });
});

describe('the day', () => {
  test('of a closed period is not offered, and is refused for a new version as for the first', async () => {
    const before = await shown();
    expect(before.days.slice(0, 2)).toEqual(['2026-03-31', '2026-04-01']);
    await enter();
    await lock('2026-03-01');
    expect((await shown()).days).toEqual(before.days.filter((day) => day !== '2026-03-31'));
    const refused = await enter({ on: '2026-04-01', replaces: 1, reason: 'Loan' });
    expect(refused).toMatchObject({ status: 409, body: { code: 'period-closed' } });
    books = await openBooks(started);
    await lock('2026-03-01');
    const first = await enter();
    expect([first.status, pathsIn(first.body)]).toEqual([422, ['on']]);
  });

  test('has nothing before it that it would count twice', async () => {
    const sale = asking(
      [
        ['11200', '100.00', '', asha],
        ['41010', '', '100.00'],
      ],
      { on: '2026-03-31' },
    );
    await books.post(sale);
    const { status, body } = await enter();
    expect([status, pathsIn(body)]).toEqual([422, ['on']]);
    expect(body.detail).toContain('JV/2526/000001 of 2026-03-31');
    expect((await enter({ on: '2025-04-01' })).status).toBe(201);
  });
});

test('the same balances sent twice under one key are entered once', async () => {
  const key = newId();
  const send = () => books.send('opening-balances', opening).set('idempotency-key', key);
  const statuses = [(await send()).status, (await send()).status];
  expect(statuses).toEqual([201, 201]);
  expect(await entries()).toHaveLength(1);
});

test('only whoever may enter them does', async () => {
  const reader = await openBooks(started, {}, ['dhanman.common.opening-balance.read']);
  expect((await reader.get('opening-balances')).status).toBe(200);
  expect(await reader.send('opening-balances', opening)).toMatchObject({
    ...{ status: 403, body: { code: 'permission-missing' } },
  });
});
