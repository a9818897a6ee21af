import type { BudgetDto, BudgetPlan, Budgets, FinancialYears, Problem, ReportDto } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { aMember, query, startService, type StartedService } from '@dhanman/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { common } from '../src/main.js';
import { asking as signedIn, type Asker } from './builders.js';
import { asking, type Books, openBooks } from './support/ledger.js';
import { written } from './support/worked-examples.js';

let started: StartedService;
let books: Books;
let author: Asker;
let approver: Asker;
let year: string;
let accounts: ReadonlyMap<string, string>;

beforeAll(async () => {
  started = await startService(common);
});

afterAll(async () => {
  await started.stop();
});

beforeEach(async () => {
  books = await openBooks(started);
  [author, approver] = [await aPerson('accountant'), await aPerson('approver')];
  const years = await query<{ id: string }>(
    started.database.adminUrl,
    `select id from financial_year where company_id = $1 and label = '2026-27'`,
    [books.companyId],
  );
  year = years[0]!.id;
  const chart = await query<{ id: string; code: string }>(
    started.database.adminUrl,
    'select id, code from account where organization_id = $1',
    [books.organizationId],
  );
  accounts = new Map(chart.map(({ id, code }) => [code, id]));
});

async function aPerson(role: string, amountLimit?: string): Promise<Asker> {
  const { organizationId, companyId } = books;
  const grants = [{ role, ...(amountLimit !== undefined && { amountLimit }) }];
  return signedIn(started, await aMember(started, { organizationId, companyIds: [companyId], grants }));
}

const path = (below = ''): string => `/api/v1/companies/${books.companyId}/budgets${below}`;

async function begun(): Promise<BudgetDto> {
  return (await author.post(path(), { financialYearId: year }).expect(201)).body as BudgetDto;
}

interface Answer {
  readonly status: number;
  readonly body: BudgetDto & Problem;
}

const at = (version: number): string => `"${String(version)}"`;

const turn = async (who: Asker, verb: string, { id, version }: BudgetDto, body = {}): Promise<Answer> =>
  await who.post(path(`/${id}/${verb}`), body).set('if-match', at(version));

type Lines = Readonly<Record<string, readonly string[]>>;

async function rewritten({ id, version }: BudgetDto, lines: Lines): Promise<Answer> {
  const body = {
    lines: Object.entries(lines).map(([code, months]) => ({ accountId: accounts.get(code) ?? code, months })),
  };
  return await started.agent
    .put(path(`/${id}`))
    .set('authorization', `Bearer ${author.token}`)
    .set('if-match', at(version))
    .send(body);
}

const each = (amount: string): readonly string[] => Array<string>(12).fill(amount);

async function approved(lines: Lines): Promise<BudgetDto> {
  const { body: draft } = await rewritten(await begun(), lines);
  const { body: waiting } = await turn(author, 'submit', draft);
  const { status, body } = await turn(approver, 'approve', waiting);
  expect([status, body.state]).toEqual([200, 'approved']);
  return body;
}

const variance = async (asked: string): Promise<ReportDto> => {
  const report = `/api/v1/companies/${books.companyId}/reports/budget-variance?${asked}`;
  return (await author.get(report).expect(200)).body as ReportDto;
};

const spend = (account: string, amount: string, on: string) =>
  books.post(
    asking(
      [
        [account, amount, ''],
        ['11110', '', amount],
      ],
      { on },
    ),
  );

async function openLastYear(): Promise<void> {
  const { items } = (await books.get('financial-years')).body as FinancialYears;
  if (items.some(({ label }) => label === '2025-26')) return;
  await books.send('financial-years', { label: '2025-26' }).expect(201);
}

/** No longer used: it takes no lines, and nothing is planned for it unless somebody asks for it by name. */
async function out(code: string): Promise<void> {
  const { organizationId } = books;
  await query(
    started.database.adminUrl,
    'update account set is_active = false where organization_id = $1 and code = $2',
    [...[organizationId, code]],
  );
}

describe('a budget', () => {
  test('goes from draft over submission to approval, and then nothing changes it', async () => {
    const budget = await approved({ 51510: each('10500.00'), 43010: each('100.00') });
    expect(budget).toMatchObject({
      ...{ revision: 1, isInForce: true, income: '1200.00', expense: '126000.00', financialYear: '2026-27' },
      writtenBy: [{ id: author.personId, name: 'A person' }],
      approved: { by: { id: approver.personId } },
    });
    expect(await rewritten(budget, {})).toMatchObject({ status: 409, body: { code: 'budget-not-draft' } });
    for (const sql of [`update budget set expense = 1`, `delete from budget`])
      await expect(query(started.database.adminUrl, `${sql} where id = $1`, [budget.id])).rejects.toThrow(
        'never changed',
      );
  });

  test('is approved by somebody else, within the limit of their role', async () => {
    const owner = await aPerson('owner');
    const small = await aPerson('approver', '1000.00');
    const begin = await owner.post(path(), { financialYearId: year }).expect(201);
    const { body: draft } = await rewritten(begin.body as BudgetDto, { 51510: each('100.00') });
    const { body: waiting } = await turn(author, 'submit', draft);
    for (const [who, code] of [
      [owner, 'approver-wrote-it'],
      [author, 'permission-missing'],
      [small, 'approval-above-limit'],
    ] as const)
      expect(await turn(who, 'approve', waiting)).toMatchObject({ status: 403, body: { code } });
    const sent = await turn(approver, 'return', waiting, { reason: 'Too little' });
    expect(sent.body).toMatchObject({ state: 'draft', returned: { reason: 'Too little' } });
  });

  test('of a year is written once at a time; what is planned anew is its next revision', async () => {
    const first = await approved({ 51510: each('100.00') });
    const second = await begun();
    expect(second).toMatchObject({ revision: 2, state: 'draft', lines: first.lines, isInForce: false });
    const twice = await author.post(path(), { financialYearId: year });
    expect([twice.status, (twice.body as Problem).code]).toEqual([409, 'budget-under-way']);
    expect((await turn(author, 'discard', second)).body.state).toBe('discarded');
    expect((await begun()).revision).toBe(3);
    const { items } = (await author.get(path())).body as Budgets;
    expect(items.map(({ revision, isInForce }) => [revision, isInForce])).toEqual([
      [3, false],
      [1, true],
    ]);
  });

  test('begun by two people at once is one budget', async () => {
    const other = await aPerson('accountant');
    const both = [author, other].map((who) => who.post(path(), { financialYearId: year }));
    const answers = (await Promise.all(both)).map(({ status, body }) => [status, (body as Problem).code]);
    expect(answers.toSorted()).toEqual([
      [201, undefined],
      [409, 'budget-under-way'],
    ]);
  });

  test('says of each line what is wrong with it', async () => {
    const budget = await begun();
    for (const [lines, code, field] of [
      [{ 11110: each('1.00') }, 'account-not-budgeted', 'lines.0.accountId'],
      [{ 50000: each('1.00') }, 'account-not-budgeted', 'lines.0.accountId'],
      [{ 51510: each('1.005') }, 'amount-too-fine', 'lines.0.months.0'],
    ] as const) {
      const { status, body } = await rewritten(budget, lines);
      expect([status, body.code, body.errors?.[0]?.path]).toEqual([422, code, field]);
    }
    expect(await turn(author, 'submit', budget)).toMatchObject({
      status: 422,
      body: { code: 'budget-empty' },
    });
    expect((await author.post(path(), { financialYearId: newId() })).status).toBe(404);
  });

  test('is filled from what the year before came to, and spread without losing a paisa', async () => {
    await openLastYear();
    await spend('51510', '100000.00', '2025-06-10');
    await spend('51510', '20000.01', '2025-12-10');
    await spend('51610', '500.00', '2025-12-10');
    await out('51610');
    const budget = await begun();
    const plan = (await author.get(path(`/${budget.id}/plan`)).expect(200)).body as BudgetPlan;
    expect(plan.lastYear).toBe('2025-26');
    const power = plan.accounts.find(({ code }) => code === '51510');
    expect(power).toMatchObject({ takesAmounts: true, class: 'expense' });
    expect(power!.lastYear.filter((amount) => amount !== '0.00')).toEqual(['100000.00', '20000.01']);
    const top = plan.accounts.find(({ code }) => code === '50000')!;
    expect([top.takesAmounts, top.level, top.lastYear[2]]).toEqual([false, 0, '100000.00']);
    const evenly = await turn(author, 'fill', budget, { percent: '5.0' });
    expect(evenly.body).toMatchObject({
      expense: '126000.01',
      lines: [{ accountId: accounts.get('51510') }],
    });
    expect(evenly.body.lines[0]!.months.slice(0, 2)).toEqual(['10500.01', '10500.00']);
    const shaped = await turn(author, 'fill', evenly.body, { percent: '-3', spread: 'as-last-year' });
    expect(shaped.body.lines[0]!.months.filter((amount) => amount !== '0.00')).toEqual([
      '97000.00',
      '19400.01',
    ]);
  });
});

describe('budget and actual', () => {
  test('stand side by side, for any days, in every form', async () => {
    await approved({ 51510: each('300.00'), 43010: each('10.00') });
    await spend('51510', '450.00', '2026-04-10');
    await spend('51610', '70.00', '2026-04-11');
    const april = await variance('from=2026-04-01&asOf=2026-04-30');
    expect(april.subject).toBe('2026-27 v1');
    expect(written(april)).toEqual(
      expect.arrayContaining([
        '43010 10 0 10 100 unfavourable',
        '51510 300 450 -150 -50 unfavourable',
        '51610 0 70 -70 - unfavourable',
        'total-expense 300 520 -220 -73.33 unfavourable',
      ]),
    );
    expect(written(await variance('from=2026-04-01&asOf=2026-05-15'))).toContain(
      '51510 445.16 450 -4.84 -1.09 unfavourable',
    );
    const csv = await author.get(
      `/api/v1/companies/${books.companyId}/reports/budget-variance?asOf=2026-04-30&format=csv`,
    );
    expect(csv.text).toContain('51510,Electricity Expense,300.00,450.00,-150.00,-50.00,Unfavourable');
    for (const format of ['xlsx', 'pdf'])
      await author
        .get(`/api/v1/companies/${books.companyId}/reports/budget-variance?format=${format}`)
        .expect(200);
  });

  test('as known before an approval are as they were', async () => {
    await approved({ 51510: each('300.00') });
    await spend('51510', '450.00', '2026-04-10');
    const before = await variance('asOf=2026-04-30');
    await approved({ 51510: each('500.00') });
    expect(written(await variance('asOf=2026-04-30'))).toContain('51510 500 450 50 10 favourable');
    expect(await variance(`asOf=2026-04-30&knownAt=${before.knownAt}`)).toEqual(before);
  });
});
