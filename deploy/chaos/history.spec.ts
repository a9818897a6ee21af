import { describe, expect, test } from '@jest/globals';
import { type Effects, judge, type Operation, type Outcome } from './history.ts';

const operation = (outcome: Outcome): Operation => ({
  ...{ kind: 'issue invoice', key: 'one', startedAt: 0, endedAt: 1, outcome, answer: '' },
});

const verdict = (outcome: Outcome, effects: Effects) =>
  judge([operation(outcome)], () => effects)[0]?.verdict;

const nowhere = { sales: 0, common: 0 };
const once = { sales: 1, common: 1 };
const halfway = { sales: 1, common: 0 };
const twice = { sales: 1, common: 2 };

describe('what was said and what is there', () => {
  test.each([
    ['acknowledged', once, undefined],
    ['acknowledged', nowhere, 'lost'],
    ['acknowledged', halfway, 'lost'],
    ['acknowledged', twice, 'doubled'],
    ['refused', nowhere, undefined],
    ['refused', once, 'doubled'],
    ['refused', halfway, 'doubled'],
    ['unknown', nowhere, undefined],
    ['unknown', once, undefined],
    ['unknown', halfway, 'lost'],
    ['unknown', twice, 'doubled'],
  ] as const)('%s with %j is %s', (outcome, effects, expected) => {
    expect(verdict(outcome, effects)).toBe(expected);
  });

  test('a contradiction names its operation', () => {
    const [found] = judge([operation('refused'), operation('acknowledged')], () => nowhere);
    expect(found).toEqual({ operation: operation('acknowledged'), verdict: 'lost', effects: nowhere });
  });
});
