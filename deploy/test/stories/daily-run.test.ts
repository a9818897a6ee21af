// What happens every night: Sales, Purchase and Common do their work in this order, whoever fails, is away or is killed.
import type { DailyRunDto } from '@dhanman/contracts';
import { until } from '@dhanman/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import pg from 'pg';
import { type Company, Day, patience } from './day.ts';

let day: Day;
let company: Company;

beforeAll(async () => {
  const overrides = { DAILY_TASK_PATIENCE_MS: '15000', DAILY_MODULE_PATIENCE_MS: '60000' };
  day = await Day.begin({ common: { overrides } });
}, 120_000);

afterAll(async () => {
  await day.end();
}, 60_000);

beforeEach(async () => {
  company = await day.company();
}, 90_000);

const story = ({ tasks }: DailyRunDto): readonly string[] =>
  tasks.map(
    ({ module, type, attempt, state, detail }) => `${module} ${type} ${attempt} ${state}: ${detail ?? ''}`,
  );

/** Holds up whoever touches the table until the work is over, as a long report or a migration would. */
async function whileLocked(
  name: 'common' | 'sales',
  table: string,
  work: () => Promise<void>,
): Promise<void> {
  const client = new pg.Client({ connectionString: day.services[name].database.adminUrl });
  await client.connect();
  try {
    await client.query(`begin; lock table ${table} in access exclusive mode`);
    await work();
  } finally {
    await client.end();
  }
}

test('each module does its work, one task after the other, in the order of the modules', async () => {
  await company.issuedInvoice();
  await company.missDays(1);
  const run = await company.finishedRun();
  expect(story(run)).toEqual([
    'sales plan 1 done: 2 to do',
    'sales ask-ledger-again 1 done: the ledger has answered for every invoice',
    'sales remind-customers 1 done: nobody to be reminded',
    'purchase plan 1 done: nothing to do',
    'common plan 1 done: 3 to do',
    'common prove-ledger 1 done: 1 entry balances: debits and credits of 1180.00',
    'common prove-balances 1 done: the balances are the sums of their lines',
    'common keep-head 1 done: no entries before today',
  ]);
  const times = run.tasks.flatMap(({ startedAt, finishedAt }) => [startedAt!, finishedAt!]);
  expect(times).toEqual(times.toSorted());
});

test('an invoice whose answer was lost is asked for again, and posted once', async () => {
  const invoice = await company.issuedInvoice();
  await day.sql(
    'sales',
    `set session_replication_role = replica;
     update invoice set state = 'issued', entry_id = null, updated_at = now() - interval '5 minutes'
     where id = '${invoice}'`,
  );
  await company.missDays(1);
  const run = await company.finishedRun();
  expect(story(run)[1]).toBe('sales ask-ledger-again 1 done: asked the ledger again about 1 invoice');
  await until(async () => (await company.stateOf(invoice)) === 'posted', patience);
  const entries = await day.sql('common', 'select id from journal_entry where source_id = $1', [invoice]);
  expect(entries).toHaveLength(1);
});

test('a task that fails is recorded, the rest goes on, and it is tried again by itself', async () => {
  await day.sql('sales', 'alter table invoice rename to invoice_mislaid');
  await company.missDays(1);
  const run = await company
    .finishedRun()
    .finally(() => day.sql('sales', 'alter table invoice_mislaid rename to invoice'));
  expect(story(run)).toEqual([
    'sales plan 1 done: 2 to do',
    'sales ask-ledger-again 1 failed: An unexpected error happened. It is recorded; please tell support of this task.',
    'sales remind-customers 1 done: nobody to be reminded',
    'purchase plan 1 done: nothing to do',
    'common plan 1 done: 3 to do',
    'common prove-ledger 1 done: no entries yet',
    'common prove-balances 1 done: the balances are the sums of their lines',
    'common keep-head 1 done: no entries before today',
  ]);
  await company.post(`${run.id}/tasks/${run.tasks[1]!.id}/retry`);
  const again = await company.finishedRun();
  expect(story(again).at(-1)).toBe(
    'sales ask-ledger-again 2 done: the ledger has answered for every invoice',
  );
  expect((await company.runs())[0]).toMatchObject({ state: 'finished', failures: 0 });
});

test('a module that is away is given up after a while, and its late answer is recorded', async () => {
  await day.services.purchase.process.kill();
  await company.missDays(1);
  const run = await company.finishedRun();
  expect(story(run)[3]).toBe('purchase plan 1 timed-out: No answer in the time allowed.');
  expect(story(run).at(-3)).toBe('common prove-ledger 1 done: no entries yet');
  expect((await company.runs())[0]).toMatchObject({ failures: 1 });
  await day.services.purchase.respawn();
  await until(async () => (await company.runs())[0]?.failures === 0, patience);
  expect(story(await company.run(run.id))[3]).toBe('purchase plan 1 done: nothing to do');
}, 150_000);

test('killed in the middle of a task, it is resumed and done once', async () => {
  await company.issuedInvoice();
  await whileLocked('common', 'journal_entry', async () => {
    await company.missDays(1);
    await until(async () => {
      const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      return (await day.sql('common', waiting)).length > 0;
    }, patience);
    await day.services.common.process.kill();
  });
  const restarted = await day.services.common.respawn();
  day.services.common = { ...day.services.common, process: restarted };
  const run = await company.finishedRun();
  expect(story(run).at(-3)).toBe(
    'common prove-ledger 1 done: 1 entry balances: debits and credits of 1180.00',
  );
  const answers = await day.sql(
    'common',
    `select from outbox_sent where contract = 'common.daily-task-finished.v1' and payload ->> 'taskId' = $1`,
    [run.tasks.at(-3)!.id],
  );
  expect(answers).toHaveLength(1);
}, 150_000);

test('a run that is cancelled in the middle begins nothing more', async () => {
  let cancelled: DailyRunDto | undefined;
  await whileLocked('sales', 'invoice', async () => {
    await company.missDays(1);
    const { id } = await company.runningAt('sales', 'ask-ledger-again');
    cancelled = await company.post(`${id}/cancel`);
  });
  expect(cancelled?.state).toBe('cancelled');
  const told = await until(async () => {
    const run = await company.run(cancelled!.id);
    return run.tasks.every(({ state }) => state !== 'running') && run;
  }, patience);
  expect(story(told)).toEqual([
    'sales plan 1 done: 2 to do',
    'sales ask-ledger-again 1 done: the ledger has answered for every invoice',
    'sales remind-customers 1 skipped: The run was cancelled.',
  ]);
});
