import type { OverviewDto } from '@dhanman/contracts';
import { query, startService, type StartedService } from '@dhanman/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { common } from '../src/main.js';
import { aReportSituation } from './support/report-situation.js';
import { rentedFlat } from './support/worked-examples.js';

let started: StartedService;

beforeAll(async () => {
  started = await startService(common);
});

afterAll(async () => {
  await started.stop();
});

test('a company sees how it stands, month by month until the day asked for', async () => {
  const { asker, books } = await aReportSituation(started);
  const recordedAt = '2026-03-21T09:00:00Z';
  await books.record(
    { recordedAt, on: '2025-02-10', bookings: [['1010 Cash', '3010 Capital', 64]] },
    { recordedAt, on: '2025-05-20', bookings: rentedFlat },
    { recordedAt, on: '2025-06-02', bookings: [['1030 Accounts Receivable', '4010 Rent Income', 70]] },
    { recordedAt, on: '2025-06-30', bookings: [['1010 Cash', '4010 Rent Income', 5]] },
  );
  await query(started.database.adminUrl, `update account set role = 'receivable' where id = $1`, [
    books.accounts.get('1030 Accounts Receivable'),
  ]);
  const path = `/api/v1/companies/${asker.companyId}/overview`;
  const { body } = await asker.get(`${path}?asOf=2025-06-29`).expect(200);
  const { months, ...year } = body as OverviewDto;
  expect(year).toMatchObject({
    ...{ currency: 'INR', from: '2025-04-01', asOf: '2025-06-29' },
    ...{ income: '1070.00', expense: '200.00', result: '870.00' },
    ...{ cash: '864.00', receivable: '70.00', payable: '0.00' },
  });
  expect(
    months.map(({ start, end, income, cashIn, cashOut }) => [start, end, income, cashIn, cashOut]),
  ).toEqual([
    ['2025-04-01', '2025-04-30', '0.00', '0.00', '0.00'],
    ['2025-05-01', '2025-05-31', '1000.00', '1500.00', '700.00'],
    ['2025-06-01', '2025-06-29', '70.00', '0.00', '0.00'],
  ]);
  await asker.get(`${path}?asOf=2025-13-01`).expect(400);
});
