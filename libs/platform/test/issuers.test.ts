import { newId, systemClock } from '@dhanman/kernel';
import { FixedClock } from '@dhanman/testing';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Tokens, Unauthenticated } from '../src/auth/tokens.js';
import { KeysUnavailable } from '../src/auth/remote-keys.js';
import { ForeignIssuer } from './support/foreign-issuer.js';

const audience = 'dhanman-test';
const minute = 60_000;

let issuer: ForeignIssuer;
let other: ForeignIssuer;
let clock: FixedClock;
let tokens: Tokens;

beforeEach(async () => {
  [issuer, other] = [await ForeignIssuer.start(), await ForeignIssuer.start()];
  clock = new FixedClock(systemClock.now().toISOString());
  tokens = new Tokens(
    [issuer, other].map(({ url, jwks }) => ({
      issuer: url,
      audience,
      keys: jwks,
      permissionsClaim: 'ignored',
    })),
    clock,
  );
});

afterEach(async () => {
  await Promise.all([issuer.stop(), other.stop()]);
});

describe('two issuers with keys of their own', () => {
  test('are both believed, but the same subject of both is not the same person', async () => {
    const sub = newId();
    const one = await tokens.callerOf(await issuer.token({ sub }));
    const two = await tokens.callerOf(await other.token({ sub }));
    expect(one.userId).toBe(sub);
    expect(two.userId).toBe(`${other.url} ${sub}`);
  });

  test('cannot speak for each other', async () => {
    await expect(tokens.callerOf(await other.token({}, issuer.url))).rejects.toThrow(Unauthenticated);
    await expect(tokens.callerOf(await issuer.token({}, other.url))).rejects.toThrow(Unauthenticated);
  });

  test('are the only ones: a third is not asked for its keys', async () => {
    const third = await ForeignIssuer.start();
    await expect(tokens.callerOf(await third.token())).rejects.toThrow(Unauthenticated);
    expect(third.asked).toBe(0);
    await third.stop();
  });
});

describe('the keys of an issuer', () => {
  test('are fetched once for everybody who waits for them', async () => {
    const all = await Promise.all(Array.from({ length: 50 }, async () => issuer.token()));
    await Promise.all(all.map((token) => tokens.callerOf(token)));
    expect(issuer.asked).toBe(1);
  });

  test('may turn under load: no token is refused that is signed with a published key', async () => {
    await tokens.callerOf(await issuer.token());
    for (let round = 0; round < 5; round += 1) {
      clock.advance(minute);
      const before = await Promise.all(Array.from({ length: 20 }, async () => issuer.token()));
      await issuer.turn();
      const after = await Promise.all(Array.from({ length: 20 }, async () => issuer.token()));
      await Promise.all([...before, ...after].map((token) => tokens.callerOf(token)));
    }
    // Once at first, and once for each new key, however many tokens named it at the same moment.
    expect(issuer.asked).toBe(6);
  });

  test('are asked for again at most every thirty seconds, whatever keys tokens name', async () => {
    await tokens.callerOf(await issuer.token());
    await issuer.turn();
    const stranger = await ForeignIssuer.start();
    for (let attempt = 0; attempt < 50; attempt += 1) {
      await stranger.turn({ keepOld: false });
      await expect(tokens.callerOf(await stranger.token({}, issuer.url))).rejects.toThrow(Unauthenticated);
    }
    // The first fetch is still cooling down.
    expect(issuer.asked).toBe(1);
    clock.advance(31_000);
    for (let attempt = 0; attempt < 50; attempt += 1)
      await expect(tokens.callerOf(await stranger.token({}, issuer.url))).rejects.toThrow(Unauthenticated);
    expect(issuer.asked).toBe(2);
    await stranger.stop();
  });

  test('are good for a day when the issuer is away, and not longer', async () => {
    await tokens.callerOf(await issuer.token());
    issuer.isAway = true;
    clock.advance(23 * 60 * minute);
    await tokens.callerOf(await anHourFrom(clock));
    clock.advance(61 * minute);
    await expect(tokens.callerOf(await anHourFrom(clock))).rejects.toThrow(KeysUnavailable);
    issuer.isAway = false;
    clock.advance(minute);
    await tokens.callerOf(await anHourFrom(clock));
  });

  test('that never could be fetched are an outage and not a refusal', async () => {
    issuer.isAway = true;
    await expect(tokens.callerOf(await issuer.token())).rejects.toThrow(KeysUnavailable);
  });

  test('that were taken back are no longer believed after the next look', async () => {
    const old = await issuer.token();
    await tokens.callerOf(await issuer.token());
    await issuer.turn({ keepOld: false });
    clock.advance(11 * minute);
    await tokens.callerOf(await issuer.token());
    await expect(tokens.callerOf(old)).rejects.toThrow(Unauthenticated);
  });

  /** A token that is valid at the moment of the clock, which has left the machine's behind. */
  async function anHourFrom(at: FixedClock): Promise<string> {
    return issuer.token({ at: at.now().getTime() }, issuer.url, at.now());
  }
});
