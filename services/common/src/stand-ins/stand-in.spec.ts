import { newId } from '@dhanman/kernel';
import { describe, expect, it } from '@jest/globals';
import { ActsForThemselves, OwnersOnly, type Party, StandIn } from './stand-in.js';

const now = new Date('2026-11-25T10:00:00Z');
const minutesLater = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);

const party = (...roles: string[]): Party => ({ personId: newId(), grants: roles.map((role) => ({ role })) });

function begin(who: Party, as: Party, reason = 'Her invoice list stays empty'): StandIn {
  const identity = { organizationId: newId(), id: newId<'StandIn'>(), sessionId: 'session', reason };
  return StandIn.begin(identity, { who, as }, now);
}

describe('acting as somebody else', () => {
  it('ends by itself after half an hour', () => {
    const standIn = begin(party('administrator'), party('sales'));
    expect(standIn.isUnderWay(minutesLater(29))).toBe(true);
    expect(standIn.isUnderWay(minutesLater(30))).toBe(false);
  });

  it('ends when it is stopped, once', () => {
    const stopped = begin(party('administrator'), party('sales')).ended(minutesLater(5));
    expect(stopped).toMatchObject({ endedAt: minutesLater(5) });
    expect(stopped.isUnderWay(minutesLater(6))).toBe(false);
    expect(stopped.ended(minutesLater(7))).toBe(stopped);
  });

  it('keeps the reason without the spaces around it', () => {
    expect(begin(party(), party('sales'), '  The list is empty ').reason).toBe('The list is empty');
  });

  it('is not for oneself', () => {
    const one = party('administrator');
    expect(() => begin(one, { ...one, personId: one.personId })).toThrow(ActsForThemselves);
  });

  it('an owner may be acted for by an owner only, also by who owns one company', () => {
    expect(() => begin(party('administrator'), party('sales', 'owner'))).toThrow(OwnersOnly);
    expect(begin(party('owner'), party('owner')).endedAt).toBeNull();
  });
});
