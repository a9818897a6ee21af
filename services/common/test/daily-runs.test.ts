import type { CompanyDto, DailyRunDto, DailyRunPage, Permission } from '@dhanman/contracts';
import { type Id, newId } from '@dhanman/kernel';
import { aMember, aToken, Probe, query, startService, type StartedService, until } from '@dhanman/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { common } from '../src/main.js';

const runs = '/api/v1/daily-runs';
const rights: readonly Permission[] = [
  'dhanman.common.company.create',
  'dhanman.common.company.update',
  'dhanman.common.daily-run.read',
  'dhanman.common.daily-run.cancel',
  'dhanman.common.daily-run.retry',
];
const patience = { deadlineMs: 40_000 };

let started: StartedService;
let others: Probe;
let organizationId: Id;
let company: CompanyDto;

beforeAll(async () => {
  const overrides = { DAILY_TASK_PATIENCE_MS: '300', DAILY_MODULE_PATIENCE_MS: '20000' };
  started = await startService(common, { overrides });
  // Sales and Purchase hear in this test and do not answer, so that their part of a run is given up.
  const heard = ['sales.run-daily-task.v1', 'purchase.run-daily-task.v1'];
  const bindings = heard.map((routingKey) => ({ exchange: 'commands', type: 'direct', routingKey }) as const);
  others = await Probe.listen(started.vhost.url, bindings);
});

afterAll(async () => {
  await others.stop();
  await started.stop();
});

beforeEach(async () => {
  organizationId = newId();
  await aMember(started, { organizationId });
  company = await aCompany();
});

async function bearer(permissions = rights, companies = [company.id as string]): Promise<string> {
  return `Bearer ${await aToken({ organizationId, companies, permissions })}`;
}

async function aCompany(): Promise<CompanyDto> {
  const { body } = await started.agent
    .post('/api/v1/companies')
    .set('authorization', `Bearer ${await aToken({ organizationId, companies: [], permissions: rights })}`)
    .send({ name: 'Asha Traders' })
    .expect(201);
  return body as CompanyDto;
}

/** The company's schedule as it would be, had nobody looked for so many days. */
async function missDays(days: number): Promise<void> {
  await query(
    started.database.adminUrl,
    'update schedule set next_due_at = next_due_at - make_interval(days => $2) where company = $1',
    [company.id, days],
  );
}

async function listed(search = ''): Promise<DailyRunPage> {
  const { body } = await started.agent
    .get(`${runs}${search}`)
    .set('authorization', await bearer())
    .expect(200);
  return body as DailyRunPage;
}

async function read(id: string): Promise<DailyRunDto> {
  const { body } = await started.agent
    .get(`${runs}/${id}`)
    .set('authorization', await bearer())
    .expect(200);
  return body as DailyRunDto;
}

async function finishedRuns(count: number): Promise<DailyRunPage['items']> {
  return until(async () => {
    const { items } = await listed('?state=finished');
    return items.length >= count && items;
  }, patience);
}

async function post(path: string): Promise<{ status: number; body: { code?: string } & DailyRunDto }> {
  return started.agent.post(`${runs}/${path}`).set('authorization', await bearer());
}

describe('a company', () => {
  test('has a schedule for its day, in its own time zone, for as long as it is active', async () => {
    const schedule = async (): Promise<object | undefined> => {
      const [row] = await query(
        started.database.adminUrl,
        `select time_zone, is_active, (next_due_at at time zone time_zone)::time::text as at
         from schedule where company = $1`,
        [company.id],
      );
      return row;
    };
    expect(await schedule()).toEqual({ time_zone: 'Asia/Kolkata', is_active: true, at: '02:00:00' });
    await started.agent
      .patch(`/api/v1/companies/${company.id}`)
      .set({ authorization: await bearer(), 'if-match': '"1"' })
      .send({ timeZone: 'Asia/Dubai', isActive: false })
      .expect(200);
    expect(await schedule()).toEqual({ time_zone: 'Asia/Dubai', is_active: false, at: '02:00:00' });
  });
});

describe('the daily run', () => {
  test('of a missed day is made up for once, is late, and goes on past modules that do not answer', async () => {
    await missDays(1);
    const [run] = await finishedRuns(1);
    expect(run).toMatchObject({ isLate: true, state: 'finished', module: null, failures: 2 });
    const { tasks } = await read(run!.id);
    expect(tasks.map(({ module, type, state, detail }) => [module, type, state, detail])).toEqual([
      ['sales', 'plan', 'timed-out', 'No answer in the time allowed.'],
      ['purchase', 'plan', 'timed-out', 'No answer in the time allowed.'],
      ['common', 'plan', 'done', '3 to do'],
      ['common', 'prove-ledger', 'done', 'no entries yet'],
      ['common', 'prove-balances', 'done', 'the balances are the sums of their lines'],
      ['common', 'keep-head', 'done', 'no entries before today'],
    ]);
  });

  test('is one for a day, however often it is triggered', async () => {
    await missDays(1);
    await finishedRuns(1);
    await query(started.database.adminUrl, 'delete from schedule_run where organization = $1', [
      organizationId,
    ]);
    await query(started.database.adminUrl, 'delete from job where organization = $1', [organizationId]);
    await missDays(1);
    await until(async () => {
      const done = `select from job where organization = $1 and contract like '%open-daily-run%' and state = 'done'`;
      return (await query(started.database.adminUrl, done, [organizationId])).length === 1;
    }, patience);
    expect((await listed()).items).toHaveLength(1);
  });

  test('of several missed days runs day by day', async () => {
    await missDays(3);
    const items = await finishedRuns(3);
    const times = items.toReversed().flatMap(({ startedAt, finishedAt }) => [startedAt!, finishedAt!]);
    expect(times).toEqual(times.toSorted());
    expect(items.map(({ runOn }) => runOn)).toEqual(
      items
        .map(({ runOn }) => runOn)
        .toSorted()
        .toReversed(),
    );
    const first = await listed('?limit=2');
    const second = await listed(`?limit=2&cursor=${first.nextCursor!}`);
    expect([...first.items, ...second.items]).toEqual(items);
    expect(second.nextCursor).toBeNull();
  });

  test('shows books that do not balance as a failure, and tries again when they are mended', async () => {
    const spoilt = async (sql: string): Promise<void> => {
      // As a bad restore might do it: with the triggers off that would refuse it.
      await query(started.database.adminUrl, `set session_replication_role = replica; ${sql}`);
    };
    const entry = newId();
    const key = `'${organizationId}', '${entry}', '${company.id}'`;
    await spoilt(`
      insert into journal_entry (organization_id, id, company_id, entered_on, currency, narration, source_service,
        source_document, source_id, source_purpose, source_version, number, sequence, financial_year, previous_hash, hash)
      values (${key}, '2026-04-01', 'INR', '', 'sales', 'invoice', '${newId()}', 'issue', 1, 'JV/2627/000001', 1, '2627',
        '', '');
      insert into journal_line (organization_id, entry_id, company_id, number, account, side, amount, account_id,
        entered_on, sequence)
      select ${key}, place, code, side, amount, id, '2026-04-01', 1
      from (values (1, '11200', 'debit', 1180), (2, '41010', 'credit', 1000)) as line (place, code, side, amount)
      join account using (code) where organization_id = '${organizationId}'`);
    await missDays(1);
    const [run] = await finishedRuns(1);
    const proofs = async () => (await read(run!.id)).tasks.filter(({ type }) => type === 'prove-ledger');
    const failed = (await proofs())[0]!;
    expect(failed).toMatchObject({ state: 'failed', attempt: 1 });
    expect(failed.detail).toContain(`Entries that are wrong: ${entry}`);

    await spoilt(`update journal_line set amount = 1180 where entry_id = '${entry}' and side = 'credit'`);
    expect((await post(`${run!.id}/tasks/${failed.id}/retry`)).status).toBe(200);
    await finishedRuns(1);
    expect(await proofs()).toMatchObject([
      { type: 'prove-ledger', state: 'failed', attempt: 1 },
      {
        type: 'prove-ledger',
        state: 'done',
        attempt: 2,
        detail: '1 entry balances: debits and credits of 1180.00',
      },
    ]);
    const again = await post(`${run!.id}/tasks/${failed.id}/retry`);
    expect([again.status, again.body.code]).toEqual([409, 'daily-task-not-failed']);
    const cancelled = await post(`${run!.id}/cancel`);
    expect([cancelled.status, cancelled.body.code]).toEqual([409, 'daily-run-not-running']);
  });

  test('that is cancelled begins nothing more', async () => {
    await missDays(2);
    const running = await until(async () => (await listed('?state=running')).items[0], patience);
    const cancelled = await post(`${running.id}/cancel`);
    expect(cancelled).toMatchObject({ status: 200, body: { state: 'cancelled', module: null } });
    // The next day does not wait for what was cancelled.
    const [next] = await finishedRuns(1);
    expect(next!.runOn > running.runOn).toBe(true);
    const { state, tasks } = await read(running.id);
    expect(state).toBe('cancelled');
    expect(tasks.every(({ module }) => module !== 'common')).toBe(true);
  });

  test('does not exist for who may not see it', async () => {
    await missDays(1);
    const [run] = await finishedRuns(1);
    const asked = async (
      token: string | undefined,
      method: 'get' | 'post',
      path: string,
    ): Promise<number> => {
      const request = started.agent[method](`${runs}/${path}`);
      return (await (token === undefined ? request : request.set('authorization', token))).status;
    };
    const reader = await bearer(['dhanman.common.daily-run.read']);
    const elsewhere = await bearer(rights, [newId()]);
    const paths = [
      ['get', run!.id],
      ['post', `${run!.id}/cancel`],
      ['post', `${run!.id}/tasks/${newId()}/retry`],
    ] as const;
    for (const [method, path] of paths) {
      expect(await asked(undefined, method, path)).toBe(401);
      expect(await asked(await bearer([]), method, path)).toBe(403);
      expect(await asked(elsewhere, method, path)).toBe(404);
    }
    expect(await asked(reader, 'post', `${run!.id}/cancel`)).toBe(403);
    expect(await asked(reader, 'get', 'not-an-id')).toBe(400);
    const { body } = await started.agent.get(runs).set('authorization', elsewhere).expect(200);
    expect((body as DailyRunPage).items).toEqual([]);
  });
});
