import type { ReportDto } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { query, startService, type StartedService } from '@dhanman/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { common } from '../src/main.js';
import { anAsker } from './builders.js';
import { RecordedBooks } from './support/recorded-books.js';
import { asBytes } from './support/as-bytes.js';
import { aReportSituation } from './support/report-situation.js';
import { payrollAndBills, rentedFlat, written } from './support/worked-examples.js';

let started: StartedService;

beforeAll(async () => {
  started = await startService(common);
});

afterAll(async () => {
  await started.stop();
});

const aSituation = () => aReportSituation(started, '/reports');

const march = { on: '2026-03-20', recordedAt: '2026-03-21T09:00:00Z' };

describe('a trial balance', () => {
  test('comes from the balances and ties out, as of its day', async () => {
    const { books, report } = await aSituation();
    await books.record({ ...march, bookings: rentedFlat });
    await books.record({ ...march, on: '2026-04-02', bookings: [['1010 Cash', '4010 Rent Income', 70]] });
    const atYearEnd = await report('trial-balance?asOf=2026-03-31&zeros=show');
    expect(written(atYearEnd)).toEqual([
      ...['1010 0 1500 700 800', '1030 0 1000 1000 0', '2010 0 200 200 0', '2020 0 500 500 0'],
      ...['4010 0 0 1000 -1000', '5020 0 200 0 200', 'total 0 3400 3400 0'],
    ]);
    expect(atYearEnd).toMatchObject({ from: '2025-04-01', asOf: '2026-03-31', currency: 'INR' });
    expect(written(await report('trial-balance?asOf=2026-04-30'))).toContain('1010 800 70 0 870');
  });

  test('compares with an earlier day', async () => {
    const { books, report } = await aSituation();
    await books.record({ ...march, on: '2025-03-20', bookings: [['1010 Cash', '3010 Capital', 640]] });
    await books.record({ ...march, bookings: [['1010 Cash', '4010 Rent Income', 160]] });
    const compared = await report('trial-balance?asOf=2026-03-31&compareAsOf=2025-03-31');
    expect(compared.compare).toEqual({ from: '2024-04-01', asOf: '2025-03-31' });
    expect(written(compared)).toContain('1010 640 160 0 800 640 160 25');
  });

  test('shows the year it is about as it was before the entry that closed it', async () => {
    const { books, report } = await aSituation();
    await books.record({ ...march, bookings: rentedFlat });
    const closing = { ...march, on: '2026-03-31', kind: 'closing' } as const;
    await books.record({ ...closing, bookings: [['4010 Rent Income', '3020 Retained earnings', 1000]] });
    expect(written(await report('profit-and-loss?asOf=2026-03-31'))).toContain('total-revenue 1000 100');
    expect(written(await report('trial-balance?asOf=2026-04-30&zeros=show'))).toContain('4010 0 0 0 0');
  });

  test('of two companies of one organization knows only its own', async () => {
    const [one, other] = [newId(), newId()];
    const asker = await anAsker(started, { companyIds: [one, other] });
    const books = new RecordedBooks(started, asker);
    await books.record({ ...march, bookings: rentedFlat });
    const { body } = await asker.get(`/api/v1/companies/${other}/reports/trial-balance?asOf=2026-03-31`);
    expect(written(body as ReportDto)).toEqual(['total 0 0 0 0']);
  });
});

describe('a report as it was known', () => {
  test('on 5 April is the same in November, byte for byte, in every form', async () => {
    const { asker, books, report } = await aSituation();
    await books.record({ ...march, bookings: rentedFlat });
    await books.record({
      on: '2026-03-31',
      recordedAt: '2026-04-05T12:31:07.123456Z',
      bookings: payrollAndBills,
    });
    const { knownAt } = await report('trial-balance?asOf=2026-03-31');
    expect(knownAt).toBe('2026-04-05T12:31:07.123456Z');
    const inForm = async (form: string, known: string): Promise<Buffer> => {
      const path = `/api/v1/companies/${asker.companyId}/reports/trial-balance?asOf=2026-03-31&format=${form}${known}`;
      const answer = await asker.get(path).buffer(true).parse(asBytes).expect(200);
      return answer.body as Buffer;
    };
    const forms = ['json', 'csv', 'xlsx', 'pdf'];
    const printed = await Promise.all(forms.map((form) => inForm(form, '')));
    // What happens until November: the same evening, the next day, and a new name.
    const late = [['1010 Cash', '4010 Rent Income', 5000]] as const;
    await books.record({ on: '2026-03-30', recordedAt: '2026-04-05T19:00:00Z', bookings: late });
    await books.record({ on: '2026-03-31', recordedAt: '2026-11-02T10:00:00Z', bookings: late });
    await query(started.database.adminUrl, `update account set name = 'Cash box' where id = $1`, [
      books.accounts.get('1010 Cash'),
    ]);
    const now = await Promise.all(forms.map((form) => inForm(form, '')));
    const again = await Promise.all(forms.map((form) => inForm(form, `&knownAt=${knownAt}`)));
    for (const [index, form] of forms.entries()) {
      expect([form, again[index]!.equals(printed[index]!)]).toEqual([form, true]);
      expect([form, now[index]!.equals(printed[index]!)]).toEqual([form, false]);
    }
  });

  test('leaves out what was recorded later the same day', async () => {
    const { books, report } = await aSituation();
    const cash = (amount: number) => [['1010 Cash', '4010 Rent Income', amount]] as const;
    await books.record({ on: '2026-03-01', recordedAt: '2026-04-04T20:00:00Z', bookings: cash(1) });
    await books.record({ on: '2026-03-01', recordedAt: '2026-04-05T08:00:00Z', bookings: cash(10) });
    await books.record({ on: '2026-03-01', recordedAt: '2026-04-05T20:00:00Z', bookings: cash(100) });
    await books.record({ on: '2026-03-01', recordedAt: '2026-04-06T00:00:00Z', bookings: cash(1000) });
    const cashAt = async (known: string): Promise<string | null | undefined> =>
      (await report(`trial-balance?asOf=2026-03-31&knownAt=${known}`)).rows[0]?.cells[3];
    expect(await cashAt('2026-04-05T07:59:59Z')).toBe('1.00');
    expect(await cashAt('2026-04-05T08:00:00Z')).toBe('11.00');
    expect(await cashAt('2026-04-05T23:59:59Z')).toBe('111.00');
    expect(await cashAt('2026-11-24T00:00:00Z')).toBe('1111.00');
  });
});

describe('the other statements', () => {
  test('come from the same balances', async () => {
    const { books, report } = await aSituation();
    await books.record({ ...march, bookings: rentedFlat });
    expect(written(await report('profit-and-loss?asOf=2026-03-31')).at(-1)).toBe('result 800 80');
    const sheet = await report('balance-sheet?asOf=2026-03-31');
    expect(written(sheet)).toContain('current-result 800');
    const flow = await report('cash-flow?asOf=2026-03-31');
    expect(written(flow).at(-1)).toBe('cash-closing 800');
    expect([...sheet.checks, ...flow.checks].map(({ holds }) => holds)).toEqual([true, true]);
  });
});

describe('a report is refused', () => {
  test.each([
    ['asOf=2026-02-30', 400],
    ['from=2026-04-01&asOf=2026-03-31', 422],
    ['format=doc', 400],
    ['knownAt=yesterday', 400],
  ])('for %s', async (asked, status) => {
    const { asker } = await aSituation();
    await asker.get(`/api/v1/companies/${asker.companyId}/reports/trial-balance?${asked}`).expect(status);
  });

  test('to somebody who may not read reports', async () => {
    const asker = await anAsker(started, { grants: [{ role: 'guard' }] });
    await asker.get(`/api/v1/companies/${asker.companyId}/reports/trial-balance`).expect(403);
  });
});
