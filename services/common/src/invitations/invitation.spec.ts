import { parseId } from '@dhanman/kernel';
import { expect, it } from '@jest/globals';
import { Invitation } from './invitation.js';

const id = parseId<'Invitation'>('018f2f7e-0000-7000-8000-000000000001');
const other = parseId('018f2f7e-0000-7000-8000-000000000002');
const now = new Date('2026-04-01T10:00:00Z');
const later = (days: number): Date => new Date(now.getTime() + days * 86_400_000);

const open = (): Invitation =>
  Invitation.open(
    {
      ...{ organizationId: other, id, email: ' Ravi@example.com ', grants: [{ role: 'sales' }] },
      ...{ invitedBy: other, linkId: other, secretHash: 'first' },
    },
    now,
  );

const again = (invitation: Invitation, at = now): Invitation =>
  invitation.sentAgain({ linkId: id, secretHash: 'second' }, at);

it('can be accepted for a fortnight', () => {
  expect(open().accepted(later(13.9)).state).toBe('accepted');
  expect(() => open().accepted(later(14))).toThrow('too old');
});

it('works once, and not after it was withdrawn', () => {
  const accepted = open().accepted(now);
  expect(() => accepted.accepted(now)).toThrow('accepted already');
  expect(() => accepted.withdrawn()).toThrow('accepted or withdrawn');
  expect(() => open().withdrawn().accepted(now)).toThrow('withdrawn');
  expect(() => again(open().withdrawn())).toThrow('accepted or withdrawn');
});

it('sent again has another link and lasts from then on, also when it had run out', () => {
  const sent = again(open(), later(20));
  expect(sent).toMatchObject({ secretHash: 'second', timesSent: 2, expiresAt: later(34) });
  expect(sent.isExpired(later(33))).toBe(false);
});

it('is mailed five times at most', () => {
  const five = [1, 2, 3, 4].reduce((invitation) => again(invitation), open());
  expect(five.timesSent).toBe(5);
  expect(() => again(five)).toThrow('sent 5 times');
});

it('is for the address it was sent to, however it is spelled', () => {
  expect(open().isFor('RAVI@example.com')).toBe(true);
  expect(open().isFor('ravi@example.org')).toBe(false);
});
