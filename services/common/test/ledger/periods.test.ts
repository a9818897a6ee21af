import type { EntryDto, FinancialYearDto, FinancialYears, PeriodDto } from '@dhanman/contracts';
import { startService, type StartedService } from '@dhanman/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
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

async function year(label: string): Promise<FinancialYearDto> {
  const { items } = (await books.get('financial-years').expect(200)).body as FinancialYears;
  return items.find((one) => one.label === label)!;
}

async function turn(verb: 'close' | 'reopen' | 'audit', label: string, body = {}) {
  const { id, version } = await year(label);
  return books.send(`financial-years/${id}/${verb}`, body).set('if-match', `"${String(version)}"`);
}

async function turnMonth(verb: 'lock' | 'unlock', startsOn: string) {
  const { periods } = await year(startsOn < '2026-04-01' ? '2025-26' : '2026-27');
  const { id, version } = periods.find((one) => one.startsOn === startsOn)!;
  return books.send(`periods/${id}/${verb}`).set('if-match', `"${String(version)}"`);
}

const party = aCustomer();
const sale = (on: string, amount = '1000.00') =>
  asking(
    [
      ['11200', amount, '', party],
      ['41010', '', amount],
    ],
    { on },
  );
const rent = (on: string, amount = '400.00') =>
  asking(
    [
      ['51210', amount, ''],
      ['11120', '', amount],
    ],
    { on },
  );

describe('a month', () => {
  test('that is locked takes nothing, and takes it again when it is unlocked', async () => {
    const locked = await turnMonth('lock', '2026-06-01');
    expect([locked.status, (locked.body as PeriodDto).state]).toEqual([200, 'locked']);
    expect(await books.post(sale('2026-06-30'), sale('2026-07-01'), sale('2026-05-31'))).toMatchObject([
      { rejected: { code: 'period-closed', field: 'on' } },
      { posted: {} },
      { posted: {} },
    ]);
    expect((await turnMonth('unlock', '2026-06-01')).status).toBe(200);
    expect(await books.post(sale('2026-06-30'))).toMatchObject([{ posted: {} }]);
  });

  test('closes between two postings or not at all, however they race', async () => {
    for (let round = 0; round < 5; round += 1) {
      const startsOn = `2026-0${String(round + 4)}-01`;
      const [lock, ...outcomes] = await Promise.all([
        turnMonth('lock', startsOn),
        ...Array.from({ length: 8 }, () => books.post(sale(startsOn))),
      ]);
      expect(lock.status).toBe(200);
      const answers = outcomes.flat();
      const posted = answers.filter((one) => 'posted' in one).length;
      const refused = answers.filter(
        (one) => 'rejected' in one && one.rejected.code === 'period-closed',
      ).length;
      expect(posted + refused).toBe(8);
      expect(await books.post(sale(startsOn))).toMatchObject([{ rejected: { code: 'period-closed' } }]);
      const { body } = await books.get(`entries?from=${startsOn}&to=${startsOn}`).expect(200);
      expect((body as { items: unknown[] }).items).toHaveLength(posted);
    }
  });
});

describe('a year', () => {
  test('moves its result into retained earnings when it closes, and takes nothing more', async () => {
    await books.post(sale('2025-06-01'), rent('2025-07-01'), sale('2026-05-01', '70.00'));
    const closed = await turn('close', '2025-26');
    expect(closed).toMatchObject({ status: 200, body: { state: 'closed' } });
    expect(await books.balances()).toEqual({
      ...{ 11120: '-400.00', 11200: '1070.00', 30020: '-600.00', 41010: '-70.00' },
    });
    const { closingEntryId } = closed.body as FinancialYearDto;
    const entry = (await books.get(`entries/${closingEntryId!}`).expect(200)).body as EntryDto;
    expect(entry).toMatchObject({ kind: 'closing', enteredOn: '2026-03-31', service: 'common' });
    expect(await books.post(sale('2026-03-31'))).toMatchObject([{ rejected: { code: 'period-closed' } }]);
    expect(await turn('close', '2025-26')).toMatchObject({
      ...{ status: 409, body: { code: 'financial-year-not-open' } },
    });
  });

  test('that is reopened is as it was, and closes anew with what came in between', async () => {
    await books.post(sale('2025-06-01'));
    expect((await turnMonth('lock', '2026-03-01')).status).toBe(200);
    expect((await turn('close', '2025-26')).status).toBe(200);
    const reopened = await turn('reopen', '2025-26', { reason: 'A bill came late' });
    expect(reopened).toMatchObject({ status: 200, body: { state: 'open', closingEntryId: null } });
    expect(await books.balances()).toEqual({ 11200: '1000.00', 41010: '-1000.00' });
    expect(await books.post(rent('2026-02-01'))).toMatchObject([{ posted: {} }]);
    expect((await turn('close', '2025-26')).status).toBe(200);
    expect(await books.balances()).toEqual({ 11120: '-400.00', 11200: '1000.00', 30020: '-600.00' });
  });

  test('that is audited is never opened again', async () => {
    expect(await turn('audit', '2025-26')).toMatchObject({
      ...{ status: 409, body: { code: 'financial-year-not-closed' } },
    });
    await turn('close', '2025-26');
    expect(await turn('audit', '2025-26')).toMatchObject({ status: 200, body: { state: 'audited' } });
    expect(await turn('reopen', '2025-26', { reason: 'Please' })).toMatchObject({
      ...{ status: 409, body: { code: 'financial-year-audited' } },
    });
  });

  test('closes after the one before it and reopens before it', async () => {
    expect(await turn('close', '2026-27')).toMatchObject({
      ...{ status: 409, body: { code: 'financial-year-before-open' } },
    });
    await turn('close', '2025-26');
    await turn('close', '2026-27');
    expect(await turn('reopen', '2025-26', { reason: 'Why not' })).toMatchObject({
      ...{ status: 409, body: { code: 'financial-year-after-closed' } },
    });
  });

  test('is opened next to those there are', async () => {
    expect(await books.post(sale('2027-04-01'))).toMatchObject([{ rejected: { code: 'no-financial-year' } }]);
    const opened = await books.send('financial-years', { label: '2027-28' });
    expect(opened).toMatchObject({ status: 201, body: { startsOn: '2027-04-01', endsOn: '2028-03-31' } });
    expect((opened.body as FinancialYearDto).periods).toHaveLength(12);
    expect(await books.post(sale('2027-04-01'))).toMatchObject([{ posted: { number: 'JV/2728/000001' } }]);
    expect(await books.send('financial-years', { label: '2030-31' })).toMatchObject({
      ...{ status: 409, body: { code: 'financial-year-not-next' } },
    });
  });
});
