import { CheckDailyRun, OpenDailyRun } from '@dhanman/contracts';
import { type Id, newId } from '@dhanman/kernel';
import { query } from '@dhanman/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { dropSchedule, keepSchedule, type Plan, remind } from '../src/index.js';
import { SchedulesAlone } from './support.js';

const atTwo = { every: 'day', at: '02:00' } as const;
const timeZone = 'Asia/Kolkata';

let alone: SchedulesAlone;
let organization: Id;

beforeAll(async () => {
  alone = await SchedulesAlone.open();
});

afterAll(async () => {
  await alone.close();
});

beforeEach(async () => {
  organization = newId();
  // A look is at all tenants: what another test left would be seen here.
  await alone.spoil('delete from schedule');
  alone.clock.set('2026-03-31T12:00:00Z');
});

async function keep(change: Partial<Plan> = {}): Promise<void> {
  const plan = { recurrence: atTwo, timeZone, from: alone.clock.now(), ...change };
  await alone.transaction(organization, (tx) => keepSchedule(tx, OpenDailyRun, plan));
}

async function periods(): Promise<readonly string[]> {
  return (await alone.owed(organization)).map(({ period }) => period);
}

describe('a schedule', () => {
  test('makes its job due at its time and not before', async () => {
    await keep();
    alone.clock.set('2026-03-31T20:29:59Z');
    await alone.scheduler().look();
    expect(await periods()).toEqual([]);
    alone.clock.set('2026-03-31T20:30:00Z');
    await alone.scheduler().look();
    const [owed, ...others] = await alone.owed(organization);
    expect(owed).toMatchObject({
      contract: 'common.open-daily-run.v1',
      period: '2026-04-01T02:00',
      dueAt: '2026-03-31T20:30:00.000Z',
      isLate: false,
    });
    expect(others).toEqual([]);
  });

  test('is due once, though three processes look at the same tick', async () => {
    for (let one = 0; one < 20; one += 1) await keep({ subject: `schedule ${one}` });
    alone.clock.set('2026-03-31T20:30:00Z');
    const three = [alone.scheduler(), alone.scheduler(), alone.scheduler()];
    await Promise.all(three.map((scheduler) => scheduler.look()));
    await Promise.all(three.map((scheduler) => scheduler.look()));
    const subjects = (await alone.owed(organization)).map(({ subject }) => subject);
    expect(subjects).toHaveLength(20);
    expect(new Set(subjects).size).toBe(20);
    expect(alone.errors).toEqual([]);
  });

  test('is due once, though its row was set back', async () => {
    await keep();
    alone.clock.set('2026-03-31T20:30:00Z');
    await alone.scheduler().look();
    await alone.spoil(`update schedule set next_due_at = '2026-03-31T20:30:00Z' where organization = $1`, [
      organization,
    ]);
    await alone.scheduler().look();
    expect(await periods()).toEqual(['2026-04-01T02:00']);
  });

  test('that was missed is made up for once, in order, and says so', async () => {
    await keep();
    alone.clock.set('2026-04-03T20:30:10Z');
    const scheduler = alone.scheduler();
    await scheduler.look();
    await scheduler.look();
    const owed = await alone.owed(organization);
    expect(owed.map(({ period, isLate }) => [period, isLate])).toEqual([
      ['2026-04-01T02:00', true],
      ['2026-04-02T02:00', true],
      ['2026-04-03T02:00', true],
      ['2026-04-04T02:00', false],
    ]);
    expect(scheduler.lateRuns).toBe(3);
  });

  test('that was missed for months is made up for completely, look by look', async () => {
    await keep();
    alone.clock.set('2026-07-09T20:30:00Z');
    for (let looks = 0; looks < 3; looks += 1) await alone.scheduler().look();
    const made = await periods();
    expect([made.length, made[0], made.at(-1)]).toEqual([101, '2026-04-01T02:00', '2026-07-10T02:00']);
  });

  test('keeps its due period when the same plan is made again, and moves with another', async () => {
    await keep();
    alone.clock.set('2026-03-31T21:00:00Z');
    await keep();
    await alone.scheduler().look();
    expect(await periods()).toEqual(['2026-04-01T02:00']);
    await keep({ timeZone: 'UTC' });
    alone.clock.set('2026-04-01T02:00:00Z');
    await alone.scheduler().look();
    // The same day in the new zone is the same period, and that is done.
    expect(await periods()).toEqual(['2026-04-01T02:00']);
    alone.clock.set('2026-04-02T02:00:00Z');
    await alone.scheduler().look();
    expect(await periods()).toEqual(['2026-04-01T02:00', '2026-04-02T02:00']);
  });

  test('that was switched off makes nothing due, nor what it missed when it is switched on again', async () => {
    await keep();
    await keep({ isActive: false });
    alone.clock.set('2026-04-05T00:00:00Z');
    await alone.scheduler().look();
    await keep();
    alone.clock.set('2026-04-05T20:30:00Z');
    await alone.scheduler().look();
    expect(await periods()).toEqual(['2026-04-06T02:00']);
  });

  test('that cannot be run keeps no other from it, and is seen to be overdue', async () => {
    await keep();
    await keep({ subject: 'broken' });
    await alone.spoil(
      `update schedule set contract = 'common.gone.v1' where organization = $1 and subject = 'broken'`,
      [organization],
    );
    alone.clock.set('2026-03-31T20:31:00Z');
    const scheduler = alone.scheduler();
    await scheduler.look();
    expect(await periods()).toEqual(['2026-04-01T02:00']);
    expect(scheduler.overdueSeconds).toBeGreaterThanOrEqual(60);
    expect(alone.errors).not.toEqual([]);
  });

  test('with a day or time that does not exist is refused by the table itself', async () => {
    await expect(keep({ recurrence: { every: 'month', on: 32, at: '02:00' } })).rejects.toThrow(
      /schedule_on_day/,
    );
    await expect(keep({ recurrence: { every: 'day', at: '24:00' } })).rejects.toThrow('not a time of day');
  });
});

describe('a reminder', () => {
  const subject = 'a run';
  const remindAt = (at: string): Promise<void> =>
    alone.transaction(organization, (tx) => remind(tx, CheckDailyRun, { subject, at: new Date(at) }));

  test('is due once, and again only when it is set again', async () => {
    await remindAt('2026-03-31T12:05:00Z');
    alone.clock.set('2026-03-31T12:05:00Z');
    await alone.scheduler().look();
    await alone.scheduler().look();
    expect(await alone.owed(organization)).toMatchObject([
      { contract: 'common.check-daily-run.v1', subject },
    ]);
    await remindAt('2026-03-31T12:10:00Z');
    alone.clock.set('2026-03-31T12:11:00Z');
    await alone.scheduler().look();
    expect(await periods()).toEqual(['2026-03-31T12:05:00.000Z', '2026-03-31T12:10:00.000Z']);
  });

  test('that was put off or dropped is not due at its old time', async () => {
    await remindAt('2026-03-31T12:05:00Z');
    await remindAt('2026-03-31T13:00:00Z');
    alone.clock.set('2026-03-31T12:30:00Z');
    await alone.scheduler().look();
    await alone.transaction(organization, (tx) => dropSchedule(tx, CheckDailyRun, { subject }));
    alone.clock.set('2026-03-31T14:00:00Z');
    await alone.scheduler().look();
    expect(await periods()).toEqual([]);
  });
});

test('nobody who may only read sees the schedules of all tenants', async () => {
  const [grants] = await query<{ readers: number }>(
    alone.database.adminUrl,
    `select count(*)::int as readers from information_schema.role_table_grants
     where table_name in ('schedule', 'schedule_run') and grantee like '%\\_read'`,
  );
  expect(grants?.readers).toBe(0);
});
