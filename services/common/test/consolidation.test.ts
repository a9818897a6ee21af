import { permissions, type ReportDto } from '@dhanman/contracts';
import { type Id, newId } from '@dhanman/kernel';
import { aToken, startService, type StartedService } from '@dhanman/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { common } from '../src/main.js';
import { asking, type Books, openBooks } from './support/ledger.js';

let started: StartedService;
let lender: Books;
let borrower: Books;

beforeAll(async () => {
  started = await startService(common);
});

afterAll(async () => {
  await started.stop();
});

beforeEach(async () => {
  const organizationId = newId();
  lender = await openBooks(started, { organizationId });
  borrower = await openBooks(started, { organizationId });
});

const lends = asking([
  ['11700', '400.00', ''],
  ['11120', '', '400.00'],
]);
const borrows = asking([
  ['11120', '400.00', ''],
  ['21040', '', '400.00'],
]);

/** Asked by somebody who may read the reports of these companies. */
async function ask(companies: readonly Id[], asked = '') {
  const { organizationId, companyId } = lender;
  const token = await aToken({ organizationId, companies, permissions });
  const path = `/api/v1/companies/${companyId}/reports/consolidated-trial-balance?asOf=2026-05-31${asked}`;
  return started.agent.get(path).set('authorization', `Bearer ${token}`).expect(200);
}

const both = (): readonly Id[] => [lender.companyId, borrower.companyId];

async function consolidated(companies = both(), asked = ''): Promise<ReportDto> {
  return (await ask(companies, asked)).body as ReportDto;
}

/** Lines of accounts with the figures of all columns. */
const lines = ({ rows }: ReportDto): readonly string[] =>
  rows.filter(({ kind }) => kind === 'account').map(({ code, cells }) => [code, ...cells].join(' '));

test('takes out what the companies owe each other', async () => {
  await lender.post(lends);
  await borrower.post(borrows);
  const report = await consolidated();
  expect(report).toMatchObject({ company: null, from: '2026-04-01', asOf: '2026-05-31', currency: 'INR' });
  expect(report.columns.map(({ name }) => name)).toEqual(['company', 'company', 'elimination', 'total']);
  expect(lines(report)).toEqual([
    '11120 -400.00 400.00 0.00 0.00',
    '11700 400.00 0.00 -400.00 0.00',
    '21040 0.00 -400.00 400.00 0.00',
  ]);
  expect(report.checks.map(({ holds }) => holds)).toEqual([true, true]);
});

test('says so when only one of them has booked it', async () => {
  await lender.post(lends);
  expect((await consolidated()).checks).toMatchObject([
    { name: 'debits-are-credits', holds: false },
    { name: 'eliminations-are-zero', left: '-400.00', holds: false },
  ]);
});

test('has the companies whose reports the reader may read, and no other', async () => {
  await lender.post(lends);
  await borrower.post(borrows);
  await (await openBooks(started)).post(borrows);
  const report = await consolidated([lender.companyId]);
  expect(report.columns).toHaveLength(3);
  expect(lines(report)).toContain('11700 400.00 -400.00 0.00');
});

test('is the same again as it was known, whatever was posted since', async () => {
  await lender.post(lends);
  await borrower.post(borrows);
  const before = await consolidated();
  const sale = asking([
    ['11120', '7.00', ''],
    ['41010', '', '7.00'],
  ]);
  await borrower.post(sale);
  expect(lines(await consolidated())).toContain('41010 0.00 -7.00 0.00 -7.00');
  expect(await consolidated(both(), `&knownAt=${before.knownAt}`)).toEqual(before);
});

test('is a file as well', async () => {
  await lender.post(lends);
  await borrower.post(borrows);
  expect((await ask(both(), '&format=csv')).text).toContain('11700');
  expect((await ask(both(), '&format=pdf')).headers['content-type']).toBe('application/pdf');
});
