import { expect, test } from '@jest/globals';
import { beginning, ending, type MailAttempt } from './mail-attempt.js';

const at = new Date('2026-06-01T10:00:00Z');
const standing = (state: MailAttempt['state']): MailAttempt => ({ state, begunAt: null, endedAt: null });
const sent = { state: 'sent', reason: null, at } as const;

test('what waits is begun; what was begun before is in doubt; what has an end stays', () => {
  expect(beginning(standing('waiting'), at)).toEqual({ state: 'sending', begunAt: at });
  expect(beginning(standing('sending'), at)).toEqual({ state: 'unknown', reason: null, endedAt: at });
  for (const state of ['sent', 'refused', 'unknown', 'skipped'] as const)
    expect(beginning(standing(state), at)).toBeUndefined();
});

test('an outcome is noted of what was begun, and of nothing else', () => {
  expect(ending(standing('sending'), sent)).toEqual({ state: 'sent', reason: null, endedAt: at });
  expect(ending(standing('unknown'), sent)).toEqual({ state: 'sent', reason: null, endedAt: at });
  for (const state of ['waiting', 'sent', 'refused', 'skipped'] as const)
    expect(ending(standing(state), sent)).toBeUndefined();
});
