import { newId, PlainDate } from '@dhanman/kernel';
import { describe, expect, test } from '@jest/globals';
import { PlanWithoutStages, ReminderPlan, StagesOnOneDay, StageUnknown } from './reminder-plan.js';
import { usualPlan } from './usual-plan.js';

const day = (text: string): PlainDate => PlainDate.parse(text);
const words = { subject: 'S', text: 'T' };
const stage = (days: number, id: string | null = null) => ({ id: id as never, days, en: words, hi: words });
const identity = () => ({ organizationId: newId(), companyId: newId(), id: newId() });
const nothing = (): ReminderPlan =>
  Object.assign(Object.create(ReminderPlan.prototype) as ReminderPlan, {
    ...{ ...identity(), isActive: false, language: 'en', stages: [] },
  });

function aPlan(days: readonly number[], since = '2026-01-01'): ReminderPlan {
  const stages = days.map((one) => stage(one));
  return nothing().replaced({ isActive: true, language: 'en', stages }, day(since));
}

describe('a plan', () => {
  test('keeps its stages in the order of their days', () => {
    expect(aPlan([7, -3, 0]).stages.map(({ days }) => days)).toEqual([-3, 0, 7]);
  });

  test('has one stage a day, knows its stages, and is on with at least one', () => {
    expect(() => aPlan([7, 7])).toThrow(StagesOnOneDay);
    expect(() => aPlan([])).toThrow(PlanWithoutStages);
    const wanted = { isActive: true, language: 'en', stages: [stage(7, newId())] } as const;
    expect(() => nothing().replaced({ ...wanted, stages: [...wanted.stages] }, day('2026-01-01'))).toThrow(
      StageUnknown,
    );
  });

  test('counts a stage from the day it was written, moved or switched on', () => {
    const plan = aPlan([0, 7]);
    const [first, second] = plan.stages.map(({ id }) => id);
    const moved = [stage(0, first), stage(8, second), stage(30)];
    const next = plan.replaced({ isActive: true, language: 'en', stages: moved }, day('2026-02-01'));
    expect(next.stages.map(({ days, since }) => [days, since])).toEqual([
      [0, '2026-01-01'],
      [8, '2026-02-01'],
      [30, '2026-02-01'],
    ]);
    expect(next.stages[1]?.id).toBe(second);
    const kept = next.stages.map(({ id, days }) => stage(days, id));
    const off = next.replaced({ isActive: false, language: 'en', stages: kept }, day('2026-03-01'));
    const on = off.replaced({ isActive: true, language: 'en', stages: kept }, day('2026-04-01'));
    expect(new Set(on.stages.map(({ since }) => since))).toEqual(new Set(['2026-04-01']));
  });
});

describe('what is to be done for an invoice', () => {
  const plan = aPlan([-3, 0, 7]);
  const dueOn = day('2026-06-10');
  const reached = (today: string, dealtWith: readonly number[] = []) => {
    const ids = plan.stages.filter(({ days }) => dealtWith.includes(days)).map(({ id }) => id);
    const { send, passed } = plan.reached(dueOn, day(today), new Set(ids));
    return [send?.days, passed.map(({ days }) => days)];
  };

  test('nothing before its first stage, and each stage from its day on', () => {
    expect(reached('2026-06-06')).toEqual([undefined, []]);
    expect(reached('2026-06-07')).toEqual([-3, []]);
    expect(reached('2026-06-09', [-3])).toEqual([undefined, []]);
    expect(reached('2026-06-10', [-3])).toEqual([0, []]);
  });

  test('only the last that is reached is sent after a standstill', () => {
    expect(reached('2026-06-20')).toEqual([7, [-3, 0]]);
    expect(reached('2026-06-20', [-3])).toEqual([7, [0]]);
    expect(reached('2026-06-20', [7])).toEqual([undefined, [-3, 0]]);
  });

  test('nothing is made up for that fell on days before the stage was there', () => {
    const late = aPlan([0, 7], '2026-06-12');
    expect(late.reached(dueOn, day('2026-06-12'), new Set()).send).toBeUndefined();
    expect(late.reached(dueOn, day('2026-06-17'), new Set())).toMatchObject({
      send: { days: 7 },
      passed: [],
    });
  });

  test('a person reminds with the last stage that is reached, or with the first', () => {
    expect(plan.stageByHand(dueOn, day('2026-06-01'))?.days).toBe(-3);
    expect(plan.stageByHand(dueOn, day('2027-06-01'))?.days).toBe(7);
  });
});

test('it speaks the language of the customer, else its own, else that of the company', () => {
  const spoken = (own: 'en' | 'hi' | null, customer: 'en' | 'hi' | null) =>
    nothing()
      .replaced({ isActive: false, language: own, stages: [] }, day('2026-01-01'))
      .languageFor({ language: customer, companyLanguage: 'hi' });
  expect([spoken(null, null), spoken('en', null), spoken('en', 'hi')]).toEqual(['hi', 'en', 'hi']);
});

test('the plan that is offered can be kept as it is, and is off', () => {
  expect(usualPlan.isActive).toBe(false);
  expect(nothing().replaced(usualPlan, day('2026-01-01')).stages).toHaveLength(5);
});
