import type { CompanyDto, OrganizationDto, RoleDto, RoleList } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { query, startService, type StartedService, until } from '@dhanman/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { common } from '../src/main.js';
import { anAsker } from './builders.js';

let started: StartedService;

beforeAll(async () => {
  started = await startService(common);
});

afterAll(async () => {
  await started.stop();
});

/** Names of the events about an organization that were written, sent or not. */
async function told(organizationId: string): Promise<readonly string[]> {
  const sql = `
    select contract from (select message_id, contract, envelope from outbox
      union select message_id, contract, envelope from outbox_sent)
      as written where envelope ->> 'organizationId' = $1 order by message_id`;
  const rows = await query<{ contract: string }>(started.database.adminUrl, sql, [organizationId]);
  return rows.map(({ contract }) => contract);
}

describe('an organization', () => {
  test('is shown to its members, renamed, and every service is told', async () => {
    const owner = await anAsker(started);
    const path = `/api/v1/organizations/${owner.organizationId}`;
    const { body } = await owner.get(path).expect(200);
    expect(body).toMatchObject({ id: owner.organizationId, state: 'active', version: 1 });
    const renamed = await owner.patch(path, 1, { name: 'Asha Group' }).expect(200);
    expect(renamed.body).toMatchObject({ name: 'Asha Group', version: 2 });
    expect(await told(owner.organizationId)).toEqual(['common.organization-changed.v1']);
    await owner.patch(path, 1, { name: 'Late' }).expect(412);
  });

  test('of others does not exist', async () => {
    const [one, other] = [await anAsker(started), await anAsker(started)];
    const path = `/api/v1/organizations/${other.organizationId}`;
    await one.get(path).expect(404);
    await one.patch(path, 1, { name: 'Mine' }).expect(404);
    await one.post(`${path}/close`, { name: 'An organization' }).expect(404);
  });

  test('is closed by an owner who types its name; nobody gets in afterwards', async () => {
    const owner = await anAsker(started);
    const path = `/api/v1/organizations/${owner.organizationId}`;
    const slip = await owner.post(`${path}/close`, { name: 'an organization' }).expect(422);
    expect(slip.body).toMatchObject({ code: 'name-not-confirmed' });
    const { body } = await owner.post(`${path}/close`, { name: 'An organization' }).expect(200);
    expect((body as OrganizationDto).state).toBe('closed');
    expect((await owner.get(path).expect(403)).body).toMatchObject({ code: 'organization-closed' });
    expect(await told(owner.organizationId)).toEqual(['common.organization-closed.v1']);
  });

  test('is not closed by an administrator', async () => {
    const administrator = await anAsker(started, { grants: [{ role: 'administrator' }] });
    const path = `/api/v1/organizations/${administrator.organizationId}/close`;
    await administrator.post(path, { name: 'An organization' }).expect(403);
  });
});

describe('a company', () => {
  const society = {
    name: 'Marina Heights',
    ...{ kind: 'society', legalName: 'Marina Heights Co-operative Housing Society Limited' },
    ...{ gstins: ['27AAPFU0939F1ZV'], tan: 'MUMA12345B' },
    numberSeries: { 'sales-invoice': { prefix: 'MH', digits: 5 } },
    preferences: { language: 'hi' },
  };

  test('has what the law wants to know of it', async () => {
    const owner = await anAsker(started);
    const { body } = await owner.post('/api/v1/companies', society).expect(201);
    expect(body).toMatchObject({
      ...society,
      ...{ pan: 'AAPFU0939F', gstins: [{ gstin: '27AAPFU0939F1ZV', stateCode: '27' }] },
    });
    const path = `/api/v1/companies/${(body as CompanyDto).id}`;
    expect((await owner.get(path).expect(200)).body).toEqual(body);
    const { items } = (await owner.get('/api/v1/companies').expect(200)).body as { items: CompanyDto[] };
    expect(items).toContainEqual(body);
  });

  test.each([
    [{ gstins: ['27AAPFU0939F1ZW'] }, 400, 'gstins.0'],
    [{ pan: 'AAPFU0939' }, 400, 'pan'],
    [{ tan: 'MUMA123' }, 400, 'tan'],
    [{ pan: 'ABCPE1234F', gstins: ['27AAPFU0939F1ZV'] }, 422, 'gstins'],
    [
      { numberSeries: { 'sales-invoice': { prefix: 'MARINA', digits: 9 } } },
      422,
      'numberSeries.sales-invoice',
    ],
    [{ organizationId: newId() }, 400, 'organizationId'],
  ])('with %j is refused', async (wrong, status, path) => {
    const owner = await anAsker(started);
    const { body } = await owner.post('/api/v1/companies', { name: 'Asha', ...wrong }).expect(status);
    expect((body as { errors: { path: string }[] }).errors[0]!.path).toBe(path);
  });

  test('more than the plan has room for is refused: of twenty at once one gets the last place', async () => {
    const owner = await anAsker(started, { plan: 'trial' });
    const names = Array.from({ length: 20 }, (_, index) => `Branch office ${String(index)}`);
    const answers = await Promise.all(names.map((name) => owner.post('/api/v1/companies', { name })));
    const codes = answers.map(({ status, body }) =>
      [status, (body as { code?: string }).code].filter(Boolean).join(' '),
    );
    const refused = Array.from({ length: 19 }, () => '409 plan-exhausted');
    expect(codes.sort()).toEqual(['201', ...refused]);
    const created = await told(owner.organizationId);
    expect(created).toEqual(['common.company-created.v1']);
  });

  test('is added by who may do so in all of the organization, not in one company', async () => {
    const companyId = newId();
    const one = await anAsker(started, {
      companyIds: [companyId],
      grants: [{ role: 'administrator', companyId }],
    });
    await one.post('/api/v1/companies', { name: 'Mine' }).expect(403);
    const { items } = (await one.get('/api/v1/companies').expect(200)).body as { items: CompanyDto[] };
    expect(items.map(({ id }) => id)).toEqual([companyId]);
  });
});

describe('a branch', () => {
  test('belongs to one company, and its code to one branch', async () => {
    const owner = await anAsker(started);
    const path = `/api/v1/companies/${owner.companyId}/branches`;
    const { body } = await owner
      .post(path, { name: 'Pune', code: 'PUNE', gstin: '27AAPFU0939F1ZV' })
      .expect(201);
    expect(body).toMatchObject({ name: 'Pune', stateCode: '27', isActive: true });
    expect((await owner.post(path, { name: 'Again', code: 'PUNE' }).expect(409)).body).toMatchObject({
      code: 'branch-code-taken',
    });
    const { id, version } = body as { id: string; version: number };
    const wrong = await owner.patch(`${path}/${id}`, version, { stateCode: '29' }).expect(422);
    expect(wrong.body).toMatchObject({ code: 'gstin-of-another-state' });
    await owner
      .patch(`${path}/${id}`, version, { isActive: false, gstin: null, stateCode: null })
      .expect(200);
    const { items } = (await owner.get(path).expect(200)).body as { items: object[] };
    expect(items).toMatchObject([{ id, isActive: false, gstin: null, stateCode: null }]);
  });
});

describe('a role of the organization', () => {
  const cashier = { name: 'Cashier', patterns: ['dhanman.sales.*', '!dhanman.sales.invoice.issue'] };

  test('stands beside the built-in ones, and is changed and removed', async () => {
    const owner = await anAsker(started);
    const { body } = await owner.post('/api/v1/roles', cashier).expect(201);
    const role = body as RoleDto;
    const { items } = (await owner.get('/api/v1/roles').expect(200)).body as RoleList;
    expect(items).toContainEqual(role);
    expect(items).toContainEqual(expect.objectContaining({ id: 'owner', isBuiltIn: true }));
    await owner.patch(`/api/v1/roles/${role.id}`, 1, { patterns: ['dhanman.sales.*'] }).expect(200);
    await owner.remove(`/api/v1/roles/${role.id}`).expect(204);
    await owner.remove(`/api/v1/roles/${role.id}`).expect(404);
    const words = ['created', 'changed', 'removed'];
    expect(await told(owner.organizationId)).toEqual(words.map((word) => `common.role-${word}.v1`));
  });

  test('has a name of its own, until it is removed', async () => {
    const owner = await anAsker(started);
    const { body } = await owner.post('/api/v1/roles', cashier).expect(201);
    const again = await owner.post('/api/v1/roles', { ...cashier, name: 'CASHIER' }).expect(409);
    expect(again.body).toMatchObject({ code: 'role-name-taken' });
    await owner.remove(`/api/v1/roles/${(body as RoleDto).id}`).expect(204);
    await owner.post('/api/v1/roles', cashier).expect(201);
  });

  test('that somebody holds cannot be removed', async () => {
    const owner = await anAsker(started);
    const { body } = await owner.post('/api/v1/roles', cashier).expect(201);
    const { id } = body as RoleDto;
    const { organizationId } = owner;
    await anAsker(started, { organizationId, companyIds: [owner.companyId], grants: [{ role: id }] });
    const refused = await owner.remove(`/api/v1/roles/${id}`).expect(409);
    expect(refused.body).toMatchObject({ code: 'role-in-use', details: { members: 1 } });
  });

  test('gives nothing that its maker does not hold', async () => {
    const administrator = await anAsker(started, { grants: [{ role: 'administrator' }] });
    const everything = { name: 'Everything', patterns: ['dhanman.*'] };
    const { body } = await administrator.post('/api/v1/roles', everything).expect(403);
    expect(body).toMatchObject({
      code: 'grant-exceeds-own',
      details: { permission: 'dhanman.common.organization.close' },
    });
    await administrator.post('/api/v1/roles', cashier).expect(201);
  });

  test.each(['sales.*', 'dhanman', 'dhanman.Sales.*', 'dhanman.sales.invoice.issue.now', '*'])(
    'is not made of the pattern %s',
    async (pattern) => {
      const owner = await anAsker(started);
      await owner.post('/api/v1/roles', { name: 'Odd', patterns: [pattern] }).expect(400);
    },
  );
});

test('everything is told to every service again when somebody asks for it', async () => {
  const owner = await anAsker(started);
  await owner.post('/api/v1/roles', { name: 'Desk', patterns: ['dhanman.sales.*'] }).expect(201);
  const { body } = await owner.post('/api/v1/directory/restate').expect(200);
  expect(body).toEqual({ things: 4 });
  const restated = `select count(*)::integer as count from outbox_sent
    where target = 'payroll' and envelope ->> 'organizationId' = $1 and envelope -> 'restated' = 'true'`;
  // Nobody listens in this test: that the messages wait is as good as that they left.
  const waiting = restated.replace('outbox_sent', 'outbox');
  await until(async () => {
    const rows = await Promise.all(
      [restated, waiting].map((sql) =>
        query<{ count: number }>(started.database.adminUrl, sql, [owner.organizationId]),
      ),
    );
    return rows.flat().reduce((sum, { count }) => sum + count, 0) === 4;
  });
});
