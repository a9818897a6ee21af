import { describe, expect, it } from '@jest/globals';
import type { common } from '@dhanman/client';
import { observe, type Observation } from './service-health.js';

const answer = (status: common.Health['status']): common.Health => ({
  status,
  service: 'sales',
  version: '1.2.3',
  checks: {},
});

/** Readings one second apart, the first at second 1. */
const after = (...answers: (common.Health | undefined)[]): Observation => {
  const last = answers.reduce<Observation | undefined>(
    (known, health, index) => observe(known, { at: (index + 1) * 1000, responseMs: 5, health }),
    undefined,
  );
  return last!;
};

describe('what is known of a service', () => {
  it.each([
    ['ok', 'healthy'],
    ['degraded', 'degraded'],
    ['down', 'not-ready'],
  ] as const)('an answer of %s means %s', (status, state) => {
    expect(after(answer(status)).state).toBe(state);
  });

  it('the first reading starts the count, and does not pretend to know of a change', () => {
    expect(after(answer('ok'), answer('ok'))).toMatchObject({ since: 1000, hasChanged: false });
  });

  it('a service that stops answering changes once, however often it is asked', () => {
    expect(after(answer('ok'), undefined, undefined)).toMatchObject({
      state: 'no-answer',
      since: 2000,
      hasChanged: true,
    });
  });

  it('the last answer is kept with its age while there is none', () => {
    const { lastAnswer, reading } = after(answer('ok'), answer('degraded'), undefined);
    expect(lastAnswer).toEqual({ health: answer('degraded'), at: 2000 });
    expect(reading.health).toBeUndefined();
  });

  it('a service that comes back is as well as its answer says, since that answer', () => {
    expect(after(undefined, answer('ok'))).toMatchObject({
      state: 'healthy',
      since: 2000,
      hasChanged: true,
    });
    expect(after(undefined).lastAnswer).toBeUndefined();
  });
});
