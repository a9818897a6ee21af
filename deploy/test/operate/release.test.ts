// Versions come and go on a server while people work on it: production's nginx, the built services, their databases.
import { query } from '@dhanman/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mustRun } from '../../local/machine/run.ts';
import { environments, hostOf, serviceNamed, webApp } from '../../topology.ts';
import { open } from '../../vps/artefact/artefact.ts';
import { historyIn } from '../../vps/rollout/history.ts';
import { release, rollback } from '../../vps/rollout/release.ts';
import { lead } from '../../vps/rollout/traffic.ts';
import { ask } from '../nginx/ask.ts';
import { aServer, newKeys, packed, type AServer } from './a-server.ts';
import { People } from './people.ts';

const keys = newKeys();
const artefacts = join(keys.folder, 'artefacts');
const folder = mkdtempSync(join(tmpdir(), 'dhanman-release-'));
const tree = join(folder, 'tree');
const vps = join(import.meta.dirname, '../../vps');
const units = ['dhanman-prod-common', 'dhanman-prod-sales'];
let a: AServer;
let stop = () => Promise.resolve();
let people: People;
/** A part of the app that the second version does not have any more. */
let onlyIn1: string;

const versions = () => a.server.parts.map((part) => a.server.place.version(part));
const history = () =>
  historyIn(a.server.place.historyFile).map(({ action, version, outcome }) => [action, version, outcome]);
const go = (version: string, from = artefacts) => release(a.server, version, from);
const pageOf = (path: string) => ask(a.site, hostOf(environments.prod, webApp), path);

beforeAll(async () => {
  await mustRun(join(vps, 'build-artefact'), ['1.0.0', '--key', keys.privateKey, '--out', artefacts]);
  await open('1.0.0', { from: artefacts, trusted: keys.publicKey, into: tree });
  for (const file of ['release.json', 'release.json.sig']) rmSync(join(tree, file));
  const app = join(tree, 'services/web/dist/assets');
  onlyIn1 = readdirSync(app).find((file) => file.endsWith('.js')) ?? '';
  rmSync(join(app, onlyIn1));
  addMigration();
  await packed(tree, '2.0.0', keys);
  const main = join(tree, 'services/sales/dist/main.js');
  writeFileSync(main, `throw new Error('this version was never tried');\n${readFileSync(main, 'utf8')}`);
  await packed(tree, '3.0.0', keys);
  a = await aServer(keys);
  stop = () => a.stop();
  people = new People(a.site);
}, 300_000);

afterAll(async () => {
  await stop();
  for (const one of [keys.folder, folder]) rmSync(one, { recursive: true });
}, 60_000);

/** As a later version has it: a column that may stay empty, which nobody of before knows. */
function addMigration(): void {
  const dist = join(tree, 'services/sales/dist');
  writeFileSync(
    join(dist, 'migrations/9999999999999-later.js'),
    `export class Later9999999999999 {
      name = 'Later9999999999999';
      async up(runner) { await runner.query('alter table customer add column later text'); }
    }`,
  );
  const database = join(dist, 'database.js');
  const text = readFileSync(database, 'utf8').replace('migrations: [', 'migrations: [Later9999999999999,');
  writeFileSync(
    database,
    `import { Later9999999999999 } from './migrations/9999999999999-later.js';\n${text}`,
  );
}

describe('refused, and nothing is left of it', () => {
  const tampered = join(keys.folder, 'tampered');
  const files = (version: string) =>
    ['.tar.zst', '.json', '.json.sig'].map((end) => `dhanman-${version}${end}`);

  test.each([
    [
      'an archive with a byte more',
      () => appendFileSync(join(tampered, 'dhanman-1.0.0.tar.zst'), ' '),
      'not what was signed',
    ],
    [
      'a statement that was changed',
      () => {
        const file = join(tampered, 'dhanman-1.0.0.json');
        writeFileSync(file, readFileSync(file, 'utf8').replace('"commit": "', '"commit": "0'));
      },
      'is not signed by the key',
    ],
    [
      'a version without a signature',
      () => rmSync(join(tampered, 'dhanman-1.0.0.json.sig')),
      'is not signed by the key',
    ],
    [
      'another version under this name',
      () => {
        for (const end of ['.tar.zst', '.json', '.json.sig'])
          cpSync(join(artefacts, `dhanman-2.0.0${end}`), join(tampered, `dhanman-1.0.0${end}`));
      },
      'That is version 2.0.0',
    ],
    [
      'a version that is not there',
      () => rmSync(join(tampered, 'dhanman-1.0.0.json')),
      'There is no dhanman-1.0.0.json',
    ],
  ])('%s', async (_, tamper, why) => {
    rmSync(tampered, { recursive: true, force: true });
    mkdirSync(tampered);
    for (const file of files('1.0.0')) cpSync(join(artefacts, file), join(tampered, file));
    tamper();
    await expect(go('1.0.0', tampered)).rejects.toThrow(why);
    expect(readdirSync(a.server.place.whole)).toEqual([]);
    expect(versions()).toEqual([undefined, undefined, undefined]);
    expect(a.machine.started).toEqual([]);
  });
});

test('the first version is installed on a machine that has none', async () => {
  await go('1.0.0');
  expect(versions()).toEqual(['1.0.0', '1.0.0', '1.0.0']);
  expect(a.machine.running).toEqual(units);
  expect(history()).toEqual([['release', '1.0.0', 'done']]);
  // Where the timers of the backup and the next release are started from.
  const links = ['opt/dhanman/current', 'var/www/prod/current'].map((link) =>
    readlinkSync(join(a.site.root, link)),
  );
  expect(links).toEqual(['/var/www/prod/current', 'releases/1.0.0']);
  expect((await pageOf(`/assets/${onlyIn1}`)).status).toBe(200);
}, 300_000);

test('a new version takes over while people work, and no request fails', async () => {
  for (const old of ['0.0.1', '0.0.2', '0.0.3', '0.0.4']) {
    mkdirSync(join(a.server.place.whole, old));
    mkdirSync(a.server.place.releaseOf('sales', old));
  }
  const { refusals, requests, versions: seen, result } = await people.during(() => go('2.0.0'));
  expect([result, refusals]).toEqual([{ status: 'fulfilled', value: undefined }, []]);
  expect(requests).toBeGreaterThan(100);
  expect(await people.count()).toBe(people.entered);
  expect([...seen].sort()).toEqual(['1.0.0', '2.0.0']);
  expect(versions()).toEqual(['2.0.0', '2.0.0', '2.0.0']);
  // The second instances have left, and what watches the ports of the first still sees them.
  expect(a.machine.running).toEqual(units);
  const later = `select 1 from information_schema.columns where table_name = 'customer' and column_name = 'later'`;
  expect(await query(a.surroundings.sales.database.ownerUrl, later)).toHaveLength(1);
}, 300_000);

test('a page that was open before still finds its parts', async () => {
  expect(existsSync(join(a.server.place.whole, '2.0.0/services/web/dist/assets', onlyIn1))).toBe(false);
  expect((await pageOf(`/assets/${onlyIn1}`)).status).toBe(200);
});

test('five are kept, of services as well', () => {
  const kept = readdirSync(a.server.place.whole).sort();
  expect(kept).toHaveLength(5);
  expect(kept).toEqual(expect.arrayContaining(['1.0.0', '2.0.0']));
  expect(a.server.place.releasesOf('sales').toSorted()).toEqual(kept);
});

test('a version that does not start takes itself back, with those that were changed before it', async () => {
  const { refusals, versions: seen, result } = await people.during(() => go('3.0.0'));
  expect(result).toEqual({ status: 'rejected', reason: expect.any(Error) });
  const said = String((result as PromiseRejectedResult).reason);
  expect(said).toContain('dhanman-prod-sales-next ended instead of starting');
  expect(said).toContain('this version was never tried');
  expect(said).toContain('2.0.0 runs as before');
  expect(refusals).toEqual([]);
  expect([...seen].sort()).toEqual(['2.0.0', '3.0.0']);
  expect(await people.count()).toBe(people.entered);
  expect(versions()).toEqual(['2.0.0', '2.0.0', '2.0.0']);
  expect(a.machine.running).toEqual(units);
  expect(history().at(-1)).toEqual(['release', '3.0.0', 'undone']);
}, 300_000);

test('a release that was cut off leaves people served, and the next command puts it right', async () => {
  a.server.place.point('sales', 'next', '2.0.0');
  const { refusals } = await people.during(() => lead(a.server.place, serviceNamed('sales'), 'next'));
  expect(refusals).toEqual([]);
});

test('back to the version before, on the newer database, and no request fails', async () => {
  const { refusals, result } = await people.during(() => rollback(a.server));
  expect([result, refusals]).toEqual([{ status: 'fulfilled', value: '1.0.0' }, []]);
  expect(versions()).toEqual(['1.0.0', '1.0.0', '1.0.0']);
  expect(a.machine.running).toEqual(units);
  expect(history().at(-1)).toEqual(['rollback', '1.0.0', 'done']);
  expect(await people.count()).toBe(people.entered);
}, 300_000);

test('before the first version there is nothing to go back to', async () => {
  await expect(rollback(a.server)).rejects.toThrow('Nothing is known to have run before 1.0.0.');
});

test('an installed version that somebody has changed is not gone back to', async () => {
  appendFileSync(
    join(a.server.place.whole, '2.0.0/services/sales/dist/main.js'),
    '\n// quickly mended on the server',
  );
  await expect(rollback(a.server, '2.0.0')).rejects.toThrow('was changed after it was signed');
  expect(versions()).toEqual(['1.0.0', '1.0.0', '1.0.0']);
});
