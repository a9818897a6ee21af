import {
  freePort,
  query,
  type ServiceProcess,
  spawnService,
  type SpawnedService,
  until,
} from '@dhanman/testing';
import { newId } from '@dhanman/kernel';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Answer, Browser } from '../support/browser.js';
import { hashingProcessOf, nicenessOf, read } from '../support/hashing-process.js';
import { app, issuer, password } from '../support/issuing-common.js';

let common: SpawnedService;
let service: ServiceProcess;

beforeAll(async () => {
  const overrides = { OIDC_PORT: String(await freePort()), OIDC_ISSUER: issuer, APP_URL: app };
  common = await spawnService('common', { overrides });
  service = common.process;
});

afterAll(() => common.drop());

beforeEach(() => query(common.database.adminUrl, 'delete from sign_in_attempts'));

/** Somebody whom nobody knows: their password costs as much to look at as any. */
async function tryToSignIn(): Promise<Answer> {
  const issuerUrl = `http://127.0.0.1:${common.environment['OIDC_PORT'] ?? ''}`;
  const browser = new Browser({ url: service.url, issuerUrl });
  const { uid = '' } = await browser.begin();
  return browser.step(uid, 'password', { email: `${newId()}@example.com`, password });
}

const lookedAt = { status: 401, body: { code: 'sign-in-refused' } };
const interrupted = { status: 503, retryAfter: '2', body: { code: 'password-check-interrupted' } };

/** The process that hashes now; a password is looked at first, so that there is one. */
async function hashing(): Promise<number> {
  expect(await tryToSignIn()).toMatchObject(lookedAt);
  return hashingProcessOf(service.pid)!;
}

/** Somebody whose password is in the hands of a process that stands still. */
async function underWay(pid: number): Promise<{ answer: Promise<Answer> }> {
  process.kill(pid, 'SIGSTOP');
  const answer = tryToSignIn();
  const counted = `select 1 from sign_in_attempts where account <> '*' and level > 0`;
  await until(async () => (await query(common.database.adminUrl, counted)).length > 0);
  return { answer };
}

test('a process that is lost refuses what it had in hand, and the next who comes finds another', async () => {
  const lost = await hashing();
  await query(common.database.adminUrl, 'delete from sign_in_attempts');
  const { answer } = await underWay(lost);
  process.kill(lost, 'SIGKILL');
  expect(await answer).toMatchObject(interrupted);
  expect(await hashing()).not.toBe(lost);
  expect(service.output).toContain('the process that hashes passwords was lost');
});

test('a process that hangs keeps nobody waiting for ever', async () => {
  const stuck = await hashing();
  await query(common.database.adminUrl, 'delete from sign_in_attempts');
  const { answer } = await underWay(stuck);
  expect(await answer).toMatchObject(interrupted);
  await until(() => read(stuck, 'stat') === undefined);
  expect(await hashing()).not.toBe(stuck);
}, 60_000);

test('everything else of the machine comes before it', async () => {
  const niceness = nicenessOf(await hashing());
  expect(niceness.length).toBeGreaterThan(0);
  for (const one of niceness) expect(one).toBeGreaterThanOrEqual(10);
});

test('it knows no setting and no secret of the service, and no password stands where others can read', async () => {
  const pid = await hashing();
  const environment = (read(pid, 'environ') ?? '').split('\0').map((line) => line.split('=')[0]);
  for (const name of environment) expect(name).toMatch(/^(NODE_CHANNEL_[A-Z_]+)?$/);
  const readable = [read(pid, 'cmdline'), read(pid, 'environ'), service.output].join('\n');
  expect(readable).toContain('hashing-main');
  expect(readable).not.toContain(password);
});

test('a crowd fills no memory: a few are hashed at a time', async () => {
  const pid = await hashing();
  const answers = await Promise.all(Array.from({ length: 40 }, tryToSignIn));
  for (const answer of answers) expect(answer).toMatchObject(lookedAt);
  const peak = Number(/^VmHWM:\s+(\d+) kB$/m.exec(read(pid, 'status') ?? '')?.[1]) / 1024;
  // Node itself and 19 MiB for each of at most four; forty at once would be 760.
  expect(peak).toBeLessThan(200);
}, 60_000);

test('it outlives a signal to the whole group, and ends with its service however that ends', async () => {
  const pid = await hashing();
  process.kill(pid, 'SIGTERM');
  process.kill(pid, 'SIGINT');
  expect(await hashing()).toBe(pid);
  await service.kill();
  await until(() => read(pid, 'stat') === undefined);
  service = await common.respawn();
  const next = await hashing();
  expect(await service.stop()).toEqual({ code: 0, signal: null });
  await until(() => read(next, 'stat') === undefined);
});
