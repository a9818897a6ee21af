import { newId } from '@dhanman/kernel';
import { expect, test } from '@jest/globals';
import { PersonalToken } from './personal-token.js';

const now = new Date('2026-11-27T10:00:00Z');

function aToken(): PersonalToken {
  const ids = { organizationId: newId(), id: newId<'PersonalToken'>(), personId: newId() };
  const fields = { ...ids, name: ' Laptop ', secretHash: 'hash', ending: 'abcd', readsOnly: true };
  return PersonalToken.create(fields, { from: now, validDays: 90 });
}

test('a personal token ends after its days and is called without the spaces around its name', () => {
  expect(aToken()).toMatchObject({ name: 'Laptop', expiresAt: new Date('2027-02-25T10:00:00Z') });
});

test('it is revoked once', () => {
  const revoked = aToken().revoked(now);
  expect(revoked.revokedAt).toEqual(now);
  expect(revoked.revoked(new Date('2026-11-28T10:00:00Z'))).toBe(revoked);
});
