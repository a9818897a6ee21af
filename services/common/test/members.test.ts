import { createHash } from 'node:crypto';
import type { InvitationDto, MembershipDto, MeDto, SignedUp } from '@dhanman/contracts';
import { permissions } from '@dhanman/contracts';
import { newId, parseId } from '@dhanman/kernel';
import { aToken, query, startService, type StartedService } from '@dhanman/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { common } from '../src/main.js';
import { type Asker, asking } from './builders.js';

let started: StartedService;

beforeAll(async () => {
  started = await startService(common);
});

afterAll(async () => {
  await started.stop();
});

const anAddress = (): string => `${newId()}@example.com`;

async function signUp(email: string = anAddress()): Promise<Asker & { readonly email: string }> {
  const { body } = await started.agent
    .post('/api/v1/sign-ups')
    .send({
      organization: { name: 'Asha Group' },
      company: { name: 'Asha Traders', gstins: ['27AAPFU0939F1ZV'] },
      person: { name: 'Asha Rao', email },
    })
    .expect(201);
  const { organizationId, companyId, personId } = body as SignedUp;
  return { ...(await signedIn(organizationId, personId, companyId)), email };
}

async function signedIn(organizationId: string, personId: string, companyId: string): Promise<Asker> {
  const token = await aToken({ organizationId, userId: personId });
  const [organization, person, company] = [organizationId, personId, companyId].map((id) => parseId(id));
  const ids = { organizationId: organization!, personId: person!, companyId: company! };
  return asking(started, { ...ids, token });
}

/** The secret that only the mail holds, replaced by one that the test knows. */
async function tokenOf(invitation: InvitationDto, { organizationId }: Asker): Promise<string> {
  const secret = newId();
  await query(started.database.adminUrl, 'update invitation set secret_hash = $2 where id = $1', [
    invitation.id,
    createHash('sha256').update(secret).digest('base64url'),
  ]);
  return `${organizationId}.${secret}`;
}

async function invited(owner: Asker, grants: readonly object[], email = anAddress()): Promise<string> {
  const { body } = await owner.post('/api/v1/invitations', { email, grants }).expect(201);
  return tokenOf(body as InvitationDto, owner);
}

const ravi = { name: 'Ravi', password: 'kaveri sweets 1998' };

async function joined(owner: Asker, grants: readonly object[], email = anAddress()): Promise<Asker> {
  const token = await invited(owner, grants, email);
  const { body: accepted } = await started.agent
    .post('/api/v1/invitations/accept')
    .send({ token, ...ravi })
    .expect(200);
  return signedIn(owner.organizationId, (accepted as { personId: string }).personId, owner.companyId);
}

async function membershipOf(owner: Asker, { personId }: Asker): Promise<MembershipDto> {
  const { body } = await owner.get('/api/v1/memberships?limit=200').expect(200);
  return (body as { items: MembershipDto[] }).items.find((one) => one.personId === personId)!;
}

async function told(organizationId: string): Promise<readonly string[]> {
  const sql = `
    select contract from (select message_id, contract, envelope from outbox
      union select message_id, contract, envelope from outbox_sent)
      as written where envelope ->> 'organizationId' = $1 order by message_id`;
  const rows = await query<{ contract: string }>(started.database.adminUrl, sql, [organizationId]);
  return rows.map(({ contract }) => contract).filter((name) => !name.includes('mail'));
}

describe('signing up', () => {
  test('makes organization, company, person and ownership at once, and tells it in order', async () => {
    const owner = await signUp();
    const { body } = await owner.get('/api/v1/me').expect(200);
    expect(body).toMatchObject({
      person: { id: owner.personId, name: 'Asha Rao', email: owner.email },
      organization: { id: owner.organizationId, name: 'Asha Group', plan: 'trial' },
      organizations: [{ id: owner.organizationId, name: 'Asha Group', state: 'active' }],
      companies: [{ id: owner.companyId, name: 'Asha Traders', kind: 'business', isActive: true }],
    });
    expect((body as MeDto).permissions).toEqual([...permissions]);
    expect(await told(owner.organizationId)).toEqual([
      'common.organization-created.v1',
      'common.company-created.v1',
      'common.membership-granted.v1',
    ]);
  });

  test('leaves nothing behind when one part of it is refused', async () => {
    const email = anAddress();
    const { body } = await started.agent
      .post('/api/v1/sign-ups')
      .send({
        organization: { name: 'Asha Group' },
        company: { name: 'Asha Traders', gstins: ['27AAPFU0939F1ZV'], pan: 'ABCPE1234F' },
        person: { name: 'Asha Rao', email },
      })
      .expect(422);
    expect(body).toMatchObject({ code: 'gstin-of-another-pan' });
    const found = await query(started.database.adminUrl, 'select from person where email = $1', [email]);
    expect(found).toEqual([]);
  });

  test('again with the same address makes a second organization of the same person', async () => {
    const first = await signUp();
    const second = await signUp(first.email.toUpperCase());
    expect(second.personId).toBe(first.personId);
    const { organizations } = (await second.get('/api/v1/me').expect(200)).body as MeDto;
    expect(organizations.map(({ id }) => id).sort()).toEqual(
      [first.organizationId, second.organizationId].sort(),
    );
  });
});

describe('a member', () => {
  test('is invited, accepts, and may do from then on what was promised', async () => {
    const owner = await signUp();
    const auditor = await joined(owner, [{ role: 'auditor', companyId: owner.companyId }]);
    const { companies, permissions: rights } = (await auditor.get('/api/v1/me').expect(200)).body as MeDto;
    expect(rights).toEqual([]);
    expect(companies).toMatchObject([{ id: owner.companyId }]);
    expect(companies[0]!.permissions).toContain('dhanman.sales.invoice.read');
    expect(companies[0]!.permissions).not.toContain('dhanman.sales.invoice.issue');
    await auditor.get(`/api/v1/companies/${owner.companyId}`).expect(200);
    await auditor.patch(`/api/v1/companies/${owner.companyId}`, 1, { name: 'Mine' }).expect(403);
    await auditor.get('/api/v1/memberships').expect(403);
  });

  test('with other roles is another member from the next request on, and none once revoked', async () => {
    const owner = await signUp();
    const member = await joined(owner, [{ role: 'administrator' }]);
    await member.get('/api/v1/memberships').expect(200);
    const { id, version } = await membershipOf(owner, member);
    await owner.patch(`/api/v1/memberships/${id}`, version, { grants: [{ role: 'guard' }] }).expect(200);
    await member.get('/api/v1/memberships').expect(403);
    await owner.post(`/api/v1/memberships/${id}/revoke`).expect(200);
    expect((await member.get('/api/v1/me').expect(403)).body).toMatchObject({ code: 'not-a-member' });
    const words = ['granted', 'changed', 'revoked'].map((word) => `common.membership-${word}.v1`);
    expect((await told(owner.organizationId)).filter((name) => name.includes('membership'))).toEqual([
      words[0],
      ...words,
    ]);
  });

  test('who left can be invited again', async () => {
    const owner = await signUp();
    const email = anAddress();
    const first = await joined(owner, [{ role: 'sales' }], email);
    await owner.post(`/api/v1/memberships/${(await membershipOf(owner, first)).id}/revoke`).expect(200);
    const token = await invited(owner, [{ role: 'purchase' }], email);
    await first.post('/api/v1/me/memberships', { token }).expect(201);
    expect(await membershipOf(owner, first)).toMatchObject({
      isActive: true,
      grants: [{ role: 'purchase' }],
    });
  });

  test('whose access was taken is let in again with the roles they had, if there is room', async () => {
    const owner = await signUp();
    const member = await joined(owner, [{ role: 'administrator' }]);
    const { id } = await membershipOf(owner, member);
    await owner.post(`/api/v1/memberships/${id}/revoke`).expect(200);
    await member.get('/api/v1/me').expect(403);
    const { body } = await owner.post(`/api/v1/memberships/${id}/restore`).expect(200);
    expect(body).toMatchObject({ isActive: true, grants: [{ role: 'administrator' }] });
    await member.get('/api/v1/me').expect(200);
    await owner.post(`/api/v1/memberships/${id}/revoke`).expect(200);
    for (let others = 0; others < 4; others += 1) await joined(owner, [{ role: 'guard' }]);
    const full = await owner.post(`/api/v1/memberships/${id}/restore`).expect(409);
    expect(full.body).toMatchObject({ code: 'plan-exhausted' });
  });

  test('cannot let in again who held more than they do', async () => {
    const owner = await signUp();
    const administrator = await joined(owner, [{ role: 'administrator' }]);
    const second = await joined(owner, [{ role: 'owner' }]);
    const { id } = await membershipOf(owner, second);
    await owner.post(`/api/v1/memberships/${id}/revoke`).expect(200);
    const { body } = await administrator.post(`/api/v1/memberships/${id}/restore`).expect(403);
    expect(body).toMatchObject({ code: 'grant-exceeds-own' });
  });

  test('cannot give what they do not hold, nor take from who holds more', async () => {
    const owner = await signUp();
    const administrator = await joined(owner, [{ role: 'administrator' }]);
    const email = anAddress();
    const promote = { email, grants: [{ role: 'owner' }] };
    const { body } = await administrator.post('/api/v1/invitations', promote).expect(403);
    expect(body).toMatchObject({ code: 'grant-exceeds-own' });
    const { id, version } = await membershipOf(owner, owner);
    const demote = { grants: [{ role: 'guard' }] };
    await administrator.patch(`/api/v1/memberships/${id}`, version, demote).expect(403);
    await administrator.post(`/api/v1/memberships/${id}/revoke`).expect(403);
    await administrator.post('/api/v1/invitations', { email, grants: [{ role: 'sales' }] }).expect(201);
  });

  test.each([
    [{ role: 'king' }, 'role-unknown', 'grants.0.role'],
    [{ role: 'sales', companyId: newId() }, 'company-unknown', 'grants.0.companyId'],
  ])('is not invited as %j', async (grant, code, path) => {
    const owner = await signUp();
    const invitation = { email: anAddress(), grants: [grant] };
    const { body } = await owner.post('/api/v1/invitations', invitation).expect(422);
    expect(body).toMatchObject({ code, errors: [{ path }] });
  });
});

describe('the last owner', () => {
  test('stays: neither revoked nor given a smaller role', async () => {
    const owner = await signUp();
    const { id, version } = await membershipOf(owner, owner);
    const revoked = await owner.post(`/api/v1/memberships/${id}/revoke`).expect(409);
    expect(revoked.body).toMatchObject({ code: 'last-owner' });
    for (const grants of [[{ role: 'administrator' }], [{ role: 'owner', companyId: owner.companyId }]])
      await owner.patch(`/api/v1/memberships/${id}`, version, { grants }).expect(409);
  });

  test('of two who remove each other at the same moment one remains', async () => {
    for (let round = 0; round < 5; round += 1) {
      const one = await signUp();
      const other = await joined(one, [{ role: 'owner' }]);
      const [first, second] = [await membershipOf(one, one), await membershipOf(one, other)];
      const answers = await Promise.all([
        one.post(`/api/v1/memberships/${second.id}/revoke`),
        other.post(`/api/v1/memberships/${first.id}/revoke`),
      ]);
      expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
    }
  });
});

describe('an invitation', () => {
  const sales = [{ role: 'sales' }];

  test('shows its secret to nobody, not even to who made it', async () => {
    const owner = await signUp();
    const { text } = await owner
      .post('/api/v1/invitations', { email: anAddress(), grants: sales })
      .expect(201);
    expect(text).not.toMatch(/secret|token|hash/i);
  });

  test('beyond what the plan has room for is refused, when it is made and when it is accepted', async () => {
    const owner = await signUp();
    const invite = async () => {
      const answer = await owner.post('/api/v1/invitations', { email: anAddress(), grants: sales });
      return answer.body as InvitationDto;
    };
    const invitations: InvitationDto[] = [];
    for (let sent = 0; sent < 12; sent += 1) invitations.push(await invite());
    const tokens: string[] = [];
    for (const invitation of invitations) tokens.push(await tokenOf(invitation, owner));
    const answers = await Promise.all(
      tokens.map((token) => started.agent.post('/api/v1/invitations/accept').send({ token, ...ravi })),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(4);
    expect(statuses.filter((status) => status === 409)).toHaveLength(8);
    const { body } = await owner
      .post('/api/v1/invitations', { email: anAddress(), grants: sales })
      .expect(409);
    expect(body).toMatchObject({ code: 'plan-exhausted', details: { counted: 'users', limit: 5 } });
  });
});
