// A copy of the directory that has lost something shows it in a figure, which the alert `CopyDrifted` compares.
import type { SignedUp } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import {
  aToken,
  freshVirtualHost,
  query,
  spawnService,
  type SpawnedService,
  until,
  type VirtualHost,
} from '@dhanman/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const patience = { deadlineMs: 30_000 };
/** A new organization has no roles of its own. */
const tables = ['organization', 'company', 'membership'] as const;
const headers = { 'content-type': 'application/json' };
let vhost: VirtualHost;
let common: SpawnedService;
let payroll: SpawnedService;

beforeAll(async () => {
  vhost = await freshVirtualHost();
  const overrides = { DIRECTORY_LOOK_EVERY_MS: '500' };
  [common, payroll] = await Promise.all([
    spawnService('common', { vhost, overrides }),
    spawnService('payroll', { vhost, overrides }),
  ]);
}, 120_000);

afterAll(async () => {
  await common.drop();
  await payroll.drop();
  await vhost.drop();
}, 30_000);

const behind = (sql: string, organizationId: string) =>
  query(payroll.database.adminUrl, sql, [organizationId]);

/** Known to payroll as well when it returns. */
async function signUp(): Promise<SignedUp & { token: string }> {
  const body = JSON.stringify({
    organization: { name: 'Asha Group' },
    company: { name: 'Asha Traders' },
    person: { name: 'Asha Rao', email: `${newId()}@example.com` },
  });
  const answer = await fetch(`${common.process.url}/api/v1/sign-ups`, { method: 'POST', headers, body });
  const made = (await answer.json()) as SignedUp;
  const token = await aToken({ organizationId: made.organizationId, userId: made.personId });
  const arrived =
    'select from organization join membership using (organization_id) where organization_id = $1';
  await until(async () => (await behind(arrived, made.organizationId)).length > 0, patience);
  return { ...made, token };
}

/** By table, as Prometheus reads it. */
async function fingerprints({ process }: SpawnedService): Promise<Readonly<Record<string, number>>> {
  const text = await (await fetch(process.metricsUrl)).text();
  const lines = [...text.matchAll(/^directory_fingerprint\{table="(\w+)"\} (\S+)$/gm)];
  return Object.fromEntries(lines.map(([, table = '', value]) => [table, Number(value)]));
}

/** Tables of payroll whose number is not Common's. */
async function drifted(): Promise<readonly string[]> {
  const [own, copy] = await Promise.all([fingerprints(common), fingerprints(payroll)]);
  return tables.filter((table) => own[table] === undefined || own[table] === 0 || own[table] !== copy[table]);
}

const drifts = (...expected: readonly string[]) =>
  until(async () => {
    expect(await drifted()).toEqual(expected);
    return true;
  }, patience);

test('each table of a copy has the number of the owner, and a row that is not the same shows', async () => {
  const { organizationId } = await signUp();
  await signUp();
  await drifts();
  await behind(`update company set name = name || '!' where organization_id = $1`, organizationId);
  await drifts('company');
  await behind(`update membership set grants = '[]' where organization_id = $1`, organizationId);
  await drifts('company', 'membership');
  await behind(`update company set name = trim('!' from name) where organization_id = $1`, organizationId);
  await drifts('membership');
  await behind(
    `update membership set grants = '[{"role": "owner"}]' where organization_id = $1`,
    organizationId,
  );
  await drifts();
}, 90_000);

test('a row that was lost shows, and what Common says again heals it', async () => {
  const { organizationId, token } = await signUp();
  await drifts();
  await behind('delete from organization where organization_id = $1', organizationId);
  await drifts('organization');
  const answer = await fetch(`${common.process.url}/api/v1/directory/restate`, {
    method: 'POST',
    headers: { ...headers, authorization: `Bearer ${token}` },
    body: '{}',
  });
  expect(answer.status).toBe(200);
  await drifts();
}, 90_000);
