import { builtInRoles } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { describe, expect, test } from '@jest/globals';
import { firstNotHeld, Membership, ownsAll, TooManyIdentities } from './membership.js';

const accountant = [{ role: 'accountant' }];
const member = Membership.grant({
  ...{ organizationId: newId(), id: newId<'Membership'>(), personId: newId(), grants: accountant },
});

describe('a membership', () => {
  test('stays as it is when nothing changes', () => {
    expect(member.holding([{ role: 'accountant' }])).toBe(member);
    const revoked = member.revoked();
    expect(revoked.isActive).toBe(false);
    expect(revoked.revoked()).toBe(revoked);
  });

  test('comes back with the roles it is given then', () => {
    expect(member.revoked().holding(accountant)).toMatchObject({ isActive: true, grants: accountant });
  });

  test('is named by other issuers, by each subject once, until it is unlinked', () => {
    const [one, other] = ['a', 'b'].map((subject) => ({ issuer: 'https://idp.test/', subject }));
    const linked = member.linked(one!).linked(other!);
    expect(linked.identities).toEqual([one, other]);
    expect(linked.linked({ ...one! })).toBe(linked);
    expect(linked.unlinked({ ...one!, issuer: 'https://other.test/' })).toBe(linked);
    expect(linked.unlinked(one!).unlinked(other!).identities).toBeNull();
    expect(linked.holding([{ role: 'sales' }]).identities).toEqual([one, other]);
  });

  test('has twenty identities at most', () => {
    const named = (at: number) => ({ issuer: 'https://idp.test/', subject: String(at) });
    const full = Array.from({ length: 20 }, (_, at) => named(at)).reduce((to, one) => to.linked(one), member);
    expect(() => full.linked(named(20))).toThrow(TooManyIdentities);
  });

  test('owns the organization only with that role in all of it', () => {
    expect(ownsAll([{ role: 'owner' }])).toBe(true);
    expect(ownsAll([{ role: 'owner', companyId: newId() }])).toBe(false);
    expect(ownsAll([{ role: 'administrator' }])).toBe(false);
    expect(member.holding([{ role: 'owner' }]).isOwner).toBe(true);
    expect(member.holding([{ role: 'owner' }]).revoked().isOwner).toBe(false);
  });
});

describe('what somebody gives to others', () => {
  test('is held by themselves', () => {
    expect(firstNotHeld(builtInRoles.sales, () => true)).toBeUndefined();
    expect(firstNotHeld(builtInRoles.owner, (one) => one !== 'dhanman.common.organization.close')).toBe(
      'dhanman.common.organization.close',
    );
  });

  test('is held without a limit, where none is given', () => {
    const holds = (_: string, amount: string): boolean => Number(amount) <= 1_000;
    expect(firstNotHeld({ patterns: ['dhanman.sales.*'], amountLimit: '1000.00' }, holds)).toBeUndefined();
    expect(firstNotHeld({ patterns: ['dhanman.sales.*'] }, holds)).toBeDefined();
  });
});
