import { type DailyModule, dailyModules } from '@dhanman/contracts';
import { newId, PlainDate } from '@dhanman/kernel';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DailyRun, DailyRunNotFinished, DailyRunNotRunning, DailyTaskNotFailed } from './daily-run.js';

const patience = { taskMs: 1_000, moduleMs: 2_500 };
const at = (ms: number): Date => new Date(Date.parse('2026-03-31T20:30:00Z') + ms);

function aRun(): DailyRun {
  const key = { organizationId: newId(), companyId: newId(), id: newId<'DailyRun'>() };
  return DailyRun.open(key, { runOn: PlainDate.parse('2026-04-01'), isLate: false });
}

const plans: Readonly<Record<DailyModule, readonly string[]>> = {
  sales: ['one', 'two'],
  purchase: [],
  common: ['prove'],
};

const begun = (): DailyRun => aRun().begun(at(0)).goOn(at(0), patience);

/** The running task is answered as its module would. */
function answered(run: DailyRun, outcome: 'done' | 'failed' = 'done', ms = 1): DailyRun {
  const { id, module, isPlan } = run.running!;
  const next = isPlan && outcome === 'done' ? plans[module] : undefined;
  return run.answered({ taskId: id, outcome, detail: outcome, next }, at(ms)).goOn(at(ms), patience);
}

const story = (run: DailyRun): readonly string[] =>
  run.tasks.map(({ module, type, attempt, state }) => `${module} ${type} ${attempt} ${state}`);

function toTheEnd(run: DailyRun): DailyRun {
  let current = run;
  while (current.running) current = answered(current);
  return current;
}

describe('a daily run', () => {
  test('goes through the modules in their order, one task at a time, to its end', () => {
    const run = toTheEnd(begun());
    expect(story(run)).toEqual([
      ...['sales plan 1 done', 'sales one 1 done', 'sales two 1 done'],
      ...['purchase plan 1 done', 'common plan 1 done', 'common prove 1 done'],
    ]);
    expect(run).toMatchObject({ state: 'finished', module: null, finishedAt: at(1), failures: 0 });
  });

  test('waits for its turn, and can be cancelled meanwhile', () => {
    const run = aRun();
    expect(run.goOn(at(1), patience)).toBe(run);
    expect(run.begun(at(1))).toMatchObject({ state: 'running', startedAt: at(1) });
    expect(run.cancelled(at(1))).toMatchObject({ state: 'cancelled', startedAt: null });
    expect(run.cancelled(at(1)).begun(at(2)).state).toBe('cancelled');
  });

  test('records what fails and goes on', () => {
    const run = toTheEnd(answered(answered(begun()), 'failed'));
    expect(story(run).slice(0, 3)).toEqual(['sales plan 1 done', 'sales one 1 failed', 'sales two 1 done']);
    expect(run).toMatchObject({ state: 'finished', failures: 1 });
  });

  test('does without the tasks of a module that cannot say which it has', () => {
    const run = toTheEnd(answered(begun(), 'failed'));
    expect(story(run)).toEqual([
      ...['sales plan 1 failed', 'purchase plan 1 done', 'common plan 1 done', 'common prove 1 done'],
    ]);
  });

  test('gives up a task whose time is over, and not before', () => {
    const run = answered(begun());
    expect(run.overdue(at(1_000))).toBe(run);
    const given = run.overdue(at(1_001)).goOn(at(1_001), patience);
    expect(story(given)).toEqual(['sales plan 1 done', 'sales one 1 timed-out', 'sales two 1 running']);
  });

  test('gives up what is left of a module whose time is over', () => {
    const late = answered(begun(), 'done', 2_000);
    expect(late.running?.deadlineAt).toEqual(at(2_500));
    const given = late.overdue(at(2_500)).goOn(at(2_500), patience);
    expect(story(given)).toEqual([
      ...['sales plan 1 done', 'sales one 1 timed-out', 'sales two 1 skipped', 'purchase plan 1 running'],
    ]);
    expect(given.failures).toBe(2);
  });

  test('learns from a late answer how it ended, without going back', () => {
    const run = answered(begun());
    const { id } = run.running!;
    const given = run.overdue(at(1_001)).goOn(at(1_001), patience);
    const told = given.answered({ taskId: id, outcome: 'done', detail: 'late' }, at(5_000));
    expect(story(told)).toEqual(['sales plan 1 done', 'sales one 1 done', 'sales two 1 running']);
    const late = begun();
    const planless = late.overdue(at(1_000)).goOn(at(1_000), patience);
    const answer = { taskId: late.running!.id, outcome: 'done', detail: '', next: ['one'] } as const;
    expect(story(planless.answered(answer, at(1_100)))).toEqual([
      'sales plan 1 done',
      'purchase plan 1 running',
    ]);
  });

  test('is not moved by an answer that comes twice or belongs to nothing', () => {
    const run = begun();
    const answer = { taskId: run.running!.id, outcome: 'done', detail: '1', next: ['one'] } as const;
    const once = run.answered(answer, at(1)).goOn(at(1), patience);
    expect(once.answered({ ...answer, outcome: 'failed' }, at(2))).toBe(once);
    expect(once.answered({ ...answer, taskId: newId() }, at(2))).toBe(once);
    expect(once.goOn(at(2), patience)).toBe(once);
  });

  test('that is cancelled begins nothing more, and still records the answer it waited for', () => {
    const run = answered(begun());
    const cancelled = run.cancelled(at(5)).goOn(at(5), patience);
    expect(cancelled).toMatchObject({ state: 'cancelled', finishedAt: at(5) });
    const told = answered(cancelled);
    expect(story(told)).toEqual(['sales plan 1 done', 'sales one 1 done', 'sales two 1 skipped']);
    expect(told.state).toBe('cancelled');
    expect(() => told.cancelled(at(6))).toThrow(DailyRunNotRunning);
    expect(() => told.retried(told.tasks[2]!.id)).toThrow(DailyRunNotFinished);
  });

  test('tries a failed task again by itself, as a further attempt', () => {
    const finished = toTheEnd(answered(answered(begun()), 'failed'));
    const failed = finished.tasks[1]!;
    const again = finished.retried(failed.id).goOn(at(9), patience);
    expect(again).toMatchObject({ state: 'running', running: { type: 'one', attempt: 2 } });
    expect(() => again.retried(failed.id)).toThrow(DailyRunNotFinished);
    const done = toTheEnd(again);
    expect(done).toMatchObject({ state: 'finished', failures: 0 });
    expect(story(done).at(-1)).toBe('sales one 2 done');
    expect(() => done.retried(failed.id)).toThrow(DailyTaskNotFailed);
    expect(() => done.retried(done.tasks[0]!.id)).toThrow(DailyTaskNotFailed);
  });

  test('that asks for a plan again does what the plan brings', () => {
    const finished = toTheEnd(answered(begun(), 'failed'));
    const done = toTheEnd(finished.retried(finished.tasks[0]!.id).goOn(at(9), patience));
    expect(story(done).slice(-3)).toEqual(['sales plan 2 done', 'sales one 1 done', 'sales two 1 done']);
    expect(done.failures).toBe(0);
  });

  test('whatever happens has at most one task running, keeps the order of modules, and ends', () => {
    const happening = fc.constantFrom('done', 'failed', 'overdue', 'again', 'cancel');
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 40 }), (happenings) => {
        let run = begun();
        let ms = 0;
        for (const what of happenings) {
          if (run.state !== 'running') break;
          ms += 300;
          if (what === 'overdue') run = run.overdue(at((ms += 1_000))).goOn(at(ms), patience);
          else if (what === 'cancel') run = run.cancelled(at(ms));
          else if (what === 'again') run = run.goOn(at(ms), patience);
          else run = answered(run, what, ms);
          expect(run.tasks.filter(({ state }) => state === 'running').length).toBeLessThanOrEqual(1);
          const order = run.tasks.map(({ module }) => dailyModules.indexOf(module));
          expect(order).toEqual([...order].sort());
        }
        const end = toTheEnd(run);
        expect(['finished', 'cancelled']).toContain(end.state);
        expect(end.tasks.every(({ state }) => state !== 'waiting' && state !== 'running')).toBe(true);
      }),
    );
  });
});
