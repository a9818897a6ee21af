// A service restored from an older backup has missed what happened since: one act of an operator tells it again.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DirectoryChecksums, RestatementBegun, SignedUp } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import { aMember, aToken, query, until } from '@dhanman/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { operate } from '../../operate/main.ts';
import { services, type ServiceName } from '../../topology.ts';
import { openHouse, type House } from './house.ts';

const operators = newId();
const patience = { deadlineMs: 60_000 };
const folder = mkdtempSync(join(tmpdir(), 'dhanman-backup-'));
let house: House;
let payrollProcess: House['services']['payroll']['process'];

beforeAll(async () => {
  house = await openHouse({ common: { OPERATOR_ORGANIZATION: operators } });
  payrollProcess = house.services.payroll.process;
}, 180_000);

afterAll(async () => {
  await house.stop();
  rmSync(folder, { recursive: true });
}, 30_000);

interface Owner extends SignedUp {
  readonly headers: Readonly<Record<string, string>>;
}

async function signUp(): Promise<Owner> {
  const body = JSON.stringify({
    organization: { name: 'Asha Group' },
    company: { name: 'Asha Traders' },
    person: { name: 'Asha Rao', email: `${newId()}@example.com` },
  });
  const headers = { 'content-type': 'application/json' };
  const answer = await house.ask('common', '/api/v1/sign-ups', { method: 'POST', headers, body });
  const made = JSON.parse(answer.body) as SignedUp;
  const token = await aToken({ organizationId: made.organizationId, userId: made.personId });
  return { ...made, headers: { ...headers, authorization: `Bearer ${token}` } };
}

async function checksums(service: ServiceName, { headers }: Owner): Promise<unknown> {
  const answer = await house.ask(service, '/api/v1/directory/checksums', { headers });
  return answer.status === 200 ? (JSON.parse(answer.body) as DirectoryChecksums).items : answer.status;
}

/** Payroll knows of the organization what Common knows. */
async function agree(owner: Owner): Promise<boolean> {
  const [own, copy] = await Promise.all([checksums('common', owner), checksums('payroll', owner)]);
  return JSON.stringify(own) === JSON.stringify(copy);
}

async function rename({ companyId, headers }: Owner, name: string): Promise<void> {
  const path = `/api/v1/companies/${companyId}`;
  const changed = { ...headers, 'if-match': '"1"' };
  const body = JSON.stringify({ name });
  const answer = await house.ask('common', path, { method: 'PATCH', headers: changed, body });
  expect(answer.status).toBe(200);
}

/** Payroll as it is now; what it gives back brings it to this again. */
function backupOfPayroll(): () => Promise<void> {
  const { payroll } = house.services;
  const backup = join(folder, `${newId()}.dump`);
  const { adminUrl } = payroll.database;
  execFileSync('pg_dump', ['--format=custom', `--file=${backup}`, adminUrl]);
  return async () => {
    await payrollProcess.kill();
    await query(adminUrl, 'drop schema public cascade; create schema public');
    execFileSync('pg_restore', ['--exit-on-error', `--dbname=${adminUrl}`, backup]);
    payrollProcess = await payroll.respawn();
  };
}

test('finds what it missed by its checksums, and is right again after one act for all organizations', async () => {
  const { common } = house.services;
  const before = await signUp();
  await until(() => agree(before), patience);
  const restore = backupOfPayroll();
  const since = await signUp();
  await rename(before, 'Asha & Sons');
  for (const owner of [before, since]) await until(() => agree(owner), patience);

  await restore();
  expect(await checksums('payroll', since)).not.toEqual(await checksums('common', since));
  expect(await checksums('payroll', before)).not.toEqual(await checksums('common', before));

  const operator = await aMember(common, { organizationId: operators });
  const asked = (token: string) =>
    house.ask('common', '/api/v1/directory/restate-everything', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ service: 'payroll' }),
    });
  const [, stranger = ''] = before.headers['authorization']?.split(' ') ?? [];
  expect((await asked(stranger)).status).toBe(403);
  const begun = await asked(operator.token);
  expect(JSON.parse(begun.body) as RestatementBegun).toEqual({ organizations: 3 });
  for (const owner of [before, since]) await until(() => agree(owner), patience);

  // And it goes on from there: what happens next arrives in order.
  await rename(since, 'Meera Stores');
  await until(() => agree(since), patience);
}, 240_000);

test('or what was sent since is sent again, and only who had forgotten it takes it in', async () => {
  const owner = await signUp();
  await until(() => agree(owner), patience);
  const restore = backupOfPayroll();
  const since = new Date().toISOString();
  await rename(owner, 'Asha & Daughters');
  await until(() => agree(owner), patience);
  await restore();
  expect(await agree(owner)).toBe(false);
  const heard = `select count(*)::int as count from inbox`;
  const bySales = () => query(house.services.sales.database.adminUrl, heard);
  const before = await bySales();

  for (const { name } of services) {
    mkdirSync(join(folder, name), { recursive: true });
    const { DATABASE_URL = '' } = house.services[name].secrets;
    writeFileSync(join(folder, name, 'DATABASE_URL'), DATABASE_URL);
  }
  expect(await operate(['messages', 'replay', '--since', since, '--credentials', folder])).toBe(0);
  await until(() => agree(owner), patience);
  const { adminUrl } = house.services.common.database;
  await until(async () => (await query(adminUrl, 'select from outbox')).length === 0, {
    ...patience,
    what: 'all is sent',
  });
  expect(await bySales()).toEqual(before);
}, 240_000);
