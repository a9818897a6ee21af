// What an operator does about one organization, over the databases that services really keep.
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@dhanman/kernel';
import { aMember, query, surroundingsOfBuilt } from '@dhanman/testing';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { operate } from '../../operate/main.ts';
import { services, type ServiceName } from '../../topology.ts';

const databases = new Map<ServiceName, Awaited<ReturnType<typeof surroundingsOfBuilt>>>();
let folder: string;
let said: string[];
let complained: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dhanman-credentials-'));
  for (const { name } of services) {
    const surroundings = await surroundingsOfBuilt(name);
    databases.set(name, surroundings);
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, 'DATABASE_URL'), surroundings.secrets['DATABASE_URL'] ?? '');
  }
}, 120_000);

afterAll(async () => {
  for (const surroundings of databases.values()) await surroundings.drop();
  await rm(folder, { recursive: true });
});

beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation((text: unknown) => void said.push(String(text)));
  jest.spyOn(console, 'error').mockImplementation((text: unknown) => void complained.push(String(text)));
});

/** The exit code. */
async function command(...args: readonly string[]): Promise<number> {
  [said, complained] = [[], []];
  return operate([...args, '--credentials', folder, '--json']);
}

const tenant = async (...args: readonly string[]): Promise<number> => command('tenant', ...args);

const answer = (): unknown => JSON.parse(said.join('\n'));

async function rows<Row extends object>(service: ServiceName, sql: string, values: readonly unknown[] = []) {
  return query<Row>(databases.get(service)!.database.adminUrl, sql, values);
}

/** The same organization, company and person in every service, as if their events had been heard. */
async function anOrganization(): Promise<string> {
  const one = { organizationId: newId(), companyIds: [newId()], personId: newId(), membershipId: newId() };
  for (const { name } of services) await aMember(databases.get(name)!, one);
  const { organizationId, membershipId } = one;
  // Common counts the change by itself, copies are told the number.
  for (const { name } of services) {
    const also = name === 'common' ? '' : ', revision = 2';
    const sql = `update membership set id = $2 ${also} where organization_id = $1`;
    await rows(name, sql, [organizationId, membershipId]);
    if (name === 'common') continue;
    const told = `kind = 'business', gstins = '[]', number_series = '{}'`;
    await rows(name, `update company set ${told} where organization_id = $1`, [organizationId]);
  }
  return organizationId;
}

test('organizations are listed with their plan and size', async () => {
  const id = await anOrganization();
  expect(await tenant('list')).toBe(0);
  const { items } = answer() as { items: { id: string }[] };
  expect(items.find((one) => one.id === id)).toMatchObject({
    state: 'active',
    plan: 'growth',
    companies: 1,
    members: 1,
  });
});

test('one is suspended and resumed, which every service is told and the trail knows; one that is not there is not', async () => {
  const organization = await anOrganization();
  expect(await tenant('suspend', '--organization', organization)).toBe(0);
  expect(answer()).toEqual({ id: organization, state: 'suspended' });
  expect(await tenant('resume', '--organization', organization)).toBe(0);
  const sent = await rows<{ target: string; state: string }>(
    'common',
    `select target, payload->>'state' as state from outbox
     where contract = 'common.organization-changed.v1' and payload->>'id' = $1 order by created_at, target`,
    [organization],
  );
  expect(new Set(sent.map(({ target }) => target)).size).toBe(6);
  expect(sent.filter(({ state }) => state === 'suspended')).toHaveLength(6);
  const trail = await rows<{ actor: string; changes: object }>(
    'common',
    `select actor, changes from audit where entity = 'organization' and entity_id = $1 order by id`,
    [organization],
  );
  expect(trail).toMatchObject([
    { actor: expect.stringMatching(/^operator /), changes: { state: ['active', 'suspended'] } },
    { actor: expect.stringMatching(/^operator /), changes: { state: ['suspended', 'active'] } },
  ]);
  expect(await tenant('suspend', '--organization', newId())).toBe(1);
  expect(complained.join()).toContain('does not exist');
  expect(await tenant('suspend')).toBe(2);
});

test('a person is deactivated and let in again, which the trail knows; one that is not there is not', async () => {
  const email = `${newId()}@example.com`;
  const id = newId();
  await rows('common', `insert into person (id, email, name, status) values ($1, $2, 'Asha', 'invited')`, [
    ...[id, email],
  ]);
  expect(await command('person', 'deactivate', '--email', email)).toBe(0);
  expect(answer()).toEqual({ id, status: 'deactivated' });
  expect(await command('person', 'reactivate', '--email', email)).toBe(0);
  expect(answer()).toEqual({ id, status: 'invited' });
  const trail = await rows('common', `select actor from audit where entity = 'person' and entity_id = $1`, [
    id,
  ]);
  expect(trail).toEqual([1, 2].map(() => ({ actor: expect.stringMatching(/^operator /) })));
  expect(await command('person', 'deactivate', '--email', 'nobody@example.com')).toBe(1);
  expect(complained.join()).toContain('does not exist');
  expect(await command('person', 'deactivate')).toBe(2);
});

function brokenOf(found: unknown): unknown {
  const { drifted, verdicts } = found as { drifted: string[]; verdicts: { state: string }[] };
  return [...drifted, ...verdicts.filter(({ state }) => state === 'broken')];
}

test('a copy that has drifted is found', async () => {
  const organization = await anOrganization();
  const code = await tenant('verify', '--organization', organization);
  expect({ code, broken: brokenOf(answer()) }).toEqual({ code: 0, broken: [] });
  expect((answer() as { drifted: string[] }).drifted).toEqual([]);
  await rows('payroll', `update company set name = 'Spoilt' where organization_id = $1`, [organization]);
  expect(await tenant('verify', '--organization', organization)).toBe(1);
  expect((answer() as { drifted: string[] }).drifted).toEqual(['payroll.company']);
  expect(await tenant('verify', '--organization', newId())).toBe(1);
});

test('an export holds every row of the organization in all services, no secret and nothing of others', async () => {
  const [organization, other] = [await anOrganization(), await anOrganization()];
  await rows(
    'common',
    `insert into api_key (organization_id, id, name, secret_hash, ending, created_by, expires_at)
     values ($1, $2, 'Shop', 'hash of a secret', 'abcd', 'somebody', now())`,
    [organization, newId()],
  );
  const to = join(folder, 'export.tar.gz');
  expect({
    code: await tenant('export', '--organization', organization, '--to', to),
    complained,
  }).toMatchObject({ code: 0 });
  const unpacked = await mkdtemp(join(folder, 'unpacked-'));
  execFileSync('tar', ['-xzf', to, '-C', unpacked]);
  const contents = JSON.parse(await readFile(join(unpacked, 'contents.json'), 'utf8')) as {
    rows: Record<string, number>;
  };
  const everything: string[] = [];
  for (const [name, count] of Object.entries(contents.rows)) {
    const lines = (await readFile(join(unpacked, `${name}.jsonl`), 'utf8'))
      .split('\n')
      .filter((one) => one !== '');
    expect({ name, lines: lines.length }).toEqual({ name, lines: count });
    everything.push(...lines);
  }
  for (const { name } of services) expect(contents.rows[`${name}/membership`]).toBe(1);
  expect(contents.rows).toMatchObject({ 'common/api_key': 1, 'common/person': 1, 'sales/invoice': 0 });
  expect(everything.join('\n')).not.toContain(other);
  expect(everything.join('\n')).not.toContain('hash of a secret');
  expect(await tenant('export', '--organization', newId(), '--to', to)).toBe(1);
});

test('balances that somebody has touched are worked out anew from the journal, and counted', async () => {
  const organization = await anOrganization();
  const [company] = await rows<{ id: string }>(
    'common',
    'select id from company where organization_id = $1',
    [organization],
  );
  await rows(
    'common',
    `with book as (
       insert into ledger_head (organization_id, company_id) values ($1, $2) on conflict do nothing)
     insert into account_month (organization_id, company_id, account_id, month, is_closing, debit, credit)
     values ($1, $2, $3, '2026-04-01', false, 5, 0)`,
    [organization, company?.id, newId()],
  );
  expect(await command('books', 'rebuild', '--organization', organization)).toBe(0);
  expect(answer()).toEqual({ items: [{ companyId: company?.id, differences: 1 }] });
  expect(await command('books', 'rebuild', '--organization', organization)).toBe(0);
  expect(answer()).toEqual({ items: [{ companyId: company?.id, differences: 0 }] });
  expect(await command('books', 'rebuild', '--organization', newId())).toBe(1);
});
