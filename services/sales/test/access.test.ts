import type { Message } from '@dhanman/contracts';
import { MembershipChanged, MembershipRevoked, OrganizationChanged, permissions } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { Database, keepCopy, Memberships } from '@dhanman/platform';
import {
  aMember,
  aToken,
  type Member,
  query,
  startService,
  type StartedService,
  until,
} from '@dhanman/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sales } from '../src/main.js';

let started: StartedService;

beforeAll(async () => {
  // As in production: what a token says about permissions is not believed.
  started = await startService(sales, { overrides: { AUTH_PERMISSIONS_CLAIM: 'ignored' } });
});

afterAll(async () => {
  await started.stop();
});

async function asked(
  { token }: Pick<Member, 'token'>,
  method: 'get' | 'post',
  companyId: string,
): Promise<string> {
  const request = started.agent[method](`/api/v1/companies/${companyId}/customers`).set(
    'authorization',
    `Bearer ${token}`,
  );
  const { status, body } = await (method === 'post' ? request.send({ name: 'Ravi' }) : request);
  return [status, (body as { code?: string }).code].filter(Boolean).join(' ');
}

const rights = async (member: Member, companyId: string = member.companyId): Promise<string[]> => [
  await asked(member, 'get', companyId),
  await asked(member, 'post', companyId),
];

const missing = '403 permission-missing';
const notFound = '404 company-not-found';

describe('what somebody may do', () => {
  test.each([
    ['owner', ['200', '201']],
    ['sales', ['200', '201']],
    ['auditor', ['200', missing]],
    ['store', [missing, missing]],
    ['guard', [missing, missing]],
    ['no such role', [missing, missing]],
  ])('as %s is what the copy of memberships says: %j', async (role, verdict) => {
    const member = await aMember(started, { grants: [{ role }] });
    expect(await rights(member)).toEqual(verdict);
  });

  test('in one company says nothing about another, which does not exist for them', async () => {
    const [first, second] = [newId(), newId()];
    const member = await aMember(started, {
      companyIds: [first, second],
      grants: [{ role: 'owner', companyId: first }],
    });
    expect(await rights(member, first)).toEqual(['200', '201']);
    expect(await rights(member, second)).toEqual([notFound, notFound]);
  });

  test('depends on the company when the roles differ', async () => {
    const [first, second] = [newId(), newId()];
    const member = await aMember(started, {
      companyIds: [first, second],
      grants: [
        { role: 'auditor', companyId: first },
        { role: 'sales', companyId: second },
      ],
    });
    expect(await rights(member, first)).toEqual(['200', missing]);
    expect(await rights(member, second)).toEqual(['200', '201']);
  });

  test('follows a role that the organization made for itself', async () => {
    const role = newId();
    const member = await aMember(started, { grants: [{ role }] });
    await query(
      started.database.adminUrl,
      `insert into role (organization_id, id, name, patterns, is_active) values ($1, $2, 'Desk', $3, true)`,
      [member.organizationId, role, JSON.stringify(['dhanman.sales.customer.*', '!dhanman.*.*.read'])],
    );
    expect(await rights(member)).toEqual([missing, '201']);
  });

  test('is nothing for a person of another organization, and for who is none', async () => {
    const [member, other] = [await aMember(started), await aMember(started)];
    expect(await rights(other, member.companyId)).toEqual([notFound, notFound]);
    for (const userId of [newId(), 'auth0|5f7c8ec7c33c6c004bbafe82', "' or true --"]) {
      const token = await aToken({ organizationId: member.organizationId, userId });
      expect(await asked({ token }, 'get', member.companyId)).toBe(notFound);
    }
  });

  test('is not what the token claims', async () => {
    const member = await aMember(started, { grants: [{ role: 'auditor' }] });
    const { organizationId, companyId, personId: userId } = member;
    const companies = [companyId];
    const token = await aToken({ organizationId, userId, companies, permissions });
    expect(await asked({ token }, 'post', companyId)).toBe(missing);
    const stranger = await aToken({ organizationId, companies, permissions });
    expect(await asked({ token: stranger }, 'get', companyId)).toBe(notFound);
  });

  test.each(['suspended', 'closed'] as const)('is nothing while the organization is %s', async (state) => {
    const member = await aMember(started, { state });
    expect(await asked(member, 'get', member.companyId)).toBe(`403 organization-${state}`);
  });
});

type DirectoryMessage = Parameters<typeof keepCopy>[1];

/** What the consumer does with an event, up to the commit. */
async function heard({ organizationId }: Member, contract: { name: string }, payload: object): Promise<void> {
  const envelope = { organizationId, contract: contract.name } as Message['envelope'];
  await started.service
    .get(Database)
    .transaction({ organizationId }, (tx) => keepCopy(tx, { envelope, payload } as DirectoryMessage));
}

async function membershipOf({ organizationId, personId }: Member) {
  const sql = 'select id, revision from membership where organization_id = $1 and person_id = $2';
  const [row] = await query<{ id: string; revision: number }>(started.database.adminUrl, sql, [
    organizationId,
    personId,
  ]);
  return { ...row!, personId };
}

describe('an event', () => {
  test('that takes rights away is felt by the next request', async () => {
    const member = await aMember(started);
    expect(await rights(member)).toEqual(['200', '201']);
    const membership = await membershipOf(member);
    const grants = [{ role: 'auditor' }];
    await heard(member, MembershipChanged, { ...membership, revision: 2, isActive: true, grants });
    expect(await rights(member)).toEqual(['200', missing]);
    await heard(member, MembershipRevoked, { ...membership, revision: 3, isActive: false, grants });
    expect(await rights(member)).toEqual([notFound, notFound]);
  });

  test('that links a member to whom another issuer names makes them that member, here only, until it is unlinked', async () => {
    const member = await aMember(started);
    const named = { issuer: 'https://idp.test/', subject: 'auth0|asha' };
    const standing = (organizationId = member.organizationId) =>
      started.service.get(Memberships).standingOf(organizationId, `${named.issuer} ${named.subject}`);
    const held = { ...(await membershipOf(member)), isActive: true, grants: [{ role: 'sales' }] };
    expect(await standing()).toBeUndefined();
    await heard(member, MembershipChanged, { ...held, revision: 2, identities: [named] });
    expect((await standing())?.personId).toBe(member.personId);
    expect(await standing((await aMember(started)).organizationId)).toBeUndefined();
    await heard(member, MembershipChanged, { ...held, revision: 3 });
    expect(await standing()).toBeUndefined();
  });

  test('that suspends the organization is felt by the next request, and so is its return', async () => {
    const member = await aMember(started);
    expect(await asked(member, 'get', member.companyId)).toBe('200');
    const organization = { id: member.organizationId, name: 'Asha', plan: 'trial' };
    await heard(member, OrganizationChanged, { ...organization, revision: 2, state: 'suspended' });
    expect(await asked(member, 'get', member.companyId)).toBe('403 organization-suspended');
    await heard(member, OrganizationChanged, { ...organization, revision: 3, state: 'active' });
    expect(await asked(member, 'get', member.companyId)).toBe('200');
  });

  test('that is older than the copy changes nothing', async () => {
    const member = await aMember(started);
    const membership = await membershipOf(member);
    await heard(member, MembershipRevoked, { ...membership, revision: 3, isActive: false, grants: [] });
    const grants = [{ role: 'owner' }];
    await heard(member, MembershipChanged, { ...membership, revision: 2, isActive: true, grants });
    expect(await rights(member)).toEqual([notFound, notFound]);
  });
});

describe('who acts as another', () => {
  async function standIn(role: string) {
    const asha = await aMember(started, { grants: [{ role: 'sales' }] });
    const { organizationId, companyId } = asha;
    const place = { organizationId, companyIds: [companyId] };
    const helper = await aMember(started, { ...place, grants: [{ role }] });
    const token = await aToken({ organizationId, userId: asha.personId, actedBy: helper.personId });
    return { asha, helper, token, companyId };
  }

  test('has the rights of the other, and is named in the trail beside them', async () => {
    const { asha, helper, token, companyId } = await standIn('administrator');
    expect(await asked({ token }, 'post', companyId)).toBe('201');
    const sql = 'select actor, acting_for from audit where organization_id = $1';
    expect(await query(started.database.adminUrl, sql, [asha.organizationId])).toEqual([
      { actor: helper.personId, acting_for: asha.personId },
    ]);
  });

  test('must be a member who may act as others, whatever the other may do', async () => {
    const { asha, token, companyId } = await standIn('sales');
    expect(await asked({ token }, 'get', companyId)).toBe('401 token-not-valid');
    const stranger = await aToken({
      organizationId: asha.organizationId,
      ...{ userId: asha.personId, actedBy: (await aMember(started)).personId },
    });
    expect(await asked({ token: stranger }, 'get', companyId)).toBe('401 token-not-valid');
  });
});

test('an instance that hears nothing goes on by what it knew for thirty seconds and no longer', async () => {
  const member = await aMember(started);
  const { organizationId, personId } = member;
  let now = 0;
  const clock = { now: () => new Date(now) };
  const elsewhere = new Memberships(started.service.get(Database), clock);
  expect((await elsewhere.standingOf(organizationId, personId))?.companyIds.size).toBe(1);
  await query(started.database.adminUrl, 'update membership set is_active = false where person_id = $1', [
    personId,
  ]);
  now = 29_999;
  expect(await elsewhere.standingOf(organizationId, personId)).toBeDefined();
  now = 30_000;
  expect(await elsewhere.standingOf(organizationId, personId)).toBeUndefined();
});

test('an organization may ask as often in a minute as its plan says', async () => {
  const limits = 'address=9000,door=9000,caller=9000,organization=plan';
  const counting = await startService(sales, {
    overrides: { AUTH_PERMISSIONS_CLAIM: 'ignored', RATE_LIMITS: limits },
  });
  const policyOn = async (plan: string): Promise<string | undefined> => {
    const { token, companyId } = await aMember(counting, { plan });
    const request = counting.agent.get(`/api/v1/companies/${companyId}/customers`);
    return (await request.set('authorization', `Bearer ${token}`)).headers['ratelimit-policy'];
  };
  await until(async () => (await policyOn('trial'))?.includes('"organization";q=300;w=60'));
  expect(await policyOn('growth')).toContain('"organization";q=3000;w=60');
  await counting.stop();
});
