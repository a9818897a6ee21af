// Bucket, virtual host and configuration of an environment are gone; the commands bring them back, and everything reads.
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { newId } from '@dhanman/kernel';
import { type KeptFile, Storage } from '@dhanman/platform';
import { freshVirtualHost, type VirtualHost } from '@dhanman/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { connect } from 'amqplib';
import type { Client } from 'minio';
import { superfluousObjects } from '../../backup/beside.ts';
import { keepDated, listDated } from '../../backup/dated.ts';
import { copiedObjects, placeOf } from '../../backup/objects.ts';
import { clientOf, listed } from '../../backup/s3.ts';
import { besideOf, settingsIn } from '../../backup/settings.ts';
import { Vault } from '../../backup/vault.ts';
import { canRead, serverAccount } from '../../local/machine/account.ts';
import { mustRun } from '../../local/machine/run.ts';
import { Place } from './a-cluster.ts';

const isPossible = canRead(serverAccount(), join(import.meta.dirname, '../../backup/main.ts'));
const why = isPossible ? '' : ' (skipped: the account of the servers cannot read this folder)';
const drill = isPossible ? test : test.skip;

let place: Place;
let vhost: VirtualHost;
let client: Client;
let storage: Storage;
let bucket: string;
const organization = newId();
const texts = ['An invoice.', 'A bill that proves a journal.', ''];
const kept = new Map<string, KeptFile>();

beforeAll(async () => {
  if (!isPossible) return;
  place = new Place(0);
  vhost = await freshVirtualHost();
  bucket = place.besides('qa', vhost.name);
  const { objects } = besideOf(place.settings, 'qa');
  client = clientOf(objects);
  storage = new Storage({
    ...{ S3_ENDPOINT: objects.url.href, S3_BUCKET: bucket },
    ...{ S3_ACCESS_KEY: objects.accessKey, S3_SECRET_KEY: objects.secretKey },
  });
  expect(await place.backup('init')).toMatchObject({ code: 0 });
  for (const text of texts) await keep(text);
  await channel(async (open) => {
    await open.assertExchange('events', 'topic', { durable: true });
    await open.assertQueue('sales.dead', { durable: true, arguments: { 'x-queue-type': 'quorum' } });
    await open.bindQueue('sales.dead', 'events', 'sales.#');
  });
}, 120_000);

afterAll(async () => {
  if (!isPossible) return;
  await vhost.drop();
  rmSync(place.folder, { recursive: true });
}, 60_000);

async function keep(text: string): Promise<void> {
  kept.set(text, await storage.put(organization, 'papers', Buffer.from(text), 'text/plain'));
}

async function channel(
  work: (open: Awaited<ReturnType<Awaited<ReturnType<typeof connect>>['createChannel']>>) => Promise<void>,
) {
  const connection = await connect(vhost.url);
  try {
    await work(await connection.createChannel());
  } finally {
    await connection.close();
  }
}

/** As the unit does it: the configuration is packed by root, and read by the account of the cluster. */
async function packed(secret: string): Promise<string> {
  const etc = join(place.folder, 'etc/dhanman/qa/credentials');
  mkdirSync(etc, { recursive: true });
  writeFileSync(join(etc, 'IDENTITY_KEY'), secret, { mode: 0o400, flag: 'w' });
  const tar = join(place.folder, 'configuration.tar');
  await mustRun('tar', ['-C', join(place.folder, 'etc'), '-cf', tar, 'dhanman']);
  chmodSync(tar, 0o444);
  return tar;
}

const wipe = async () => {
  const names = (await listed(client, bucket)).map(({ name }) => name);
  await client.removeObjects(bucket, names);
  await client.removeBucket(bucket);
  await vhost.drop();
};

drill(
  `what is new is stored, once, and each part says when${why}`,
  async () => {
    const tar = await packed('the first');
    const take = ['take-beside', '--tar', tar, '--figures', place.folder];
    const first = await place.backup(...take);
    expect(first).toMatchObject({ code: 0, output: expect.stringContaining('objects-qa: 3 new of 3') });
    expect(first.output).toContain('broker-qa: changed, stored');
    expect(first.output).toContain('configuration: changed, stored');
    await keep('One more.');
    const second = await place.backup(...take);
    expect(second.output).toContain('objects-qa: 1 new of 4');
    expect(second.output).toContain('broker-qa: as it was');
    expect(second.output).toContain('configuration: as it was');
    for (const part of ['objects', 'broker'])
      expect(readFileSync(join(place.folder, `beside-${part}-qa.prom`), 'utf8')).toContain(
        `backup_beside_timestamp_seconds{part="${part}",environment="qa"} 1`,
      );
  },
  120_000,
);

drill(
  `wiped, and brought back: every file reads, and the broker passes messages as before${why}`,
  async () => {
    await wipe();
    expect(await place.backup('restore', '--objects', '--environment', 'qa')).toMatchObject({
      code: 0,
      output: '4 files were missing and are back, of 4.',
    });
    expect(await place.backup('restore', '--broker', '--environment', 'qa')).toMatchObject({ code: 0 });
    for (const [text, file] of kept) expect((await storage.get(organization, file)).toString()).toBe(text);
    await channel(async (open) => {
      open.publish('events', 'sales.invoice-issued.v1', Buffer.from('heard'));
      // The publisher and the reader share a channel: the broker has taken the one before it answers the other.
      let got = await open.get('sales.dead', { noAck: true });
      for (let tries = 0; got === false && tries < 200; tries += 1)
        got = await open.get('sales.dead', { noAck: true });
      expect(got && got.content.toString()).toBe('heard');
    });
    const again = await place.backup('restore', '--objects', '--environment', 'qa');
    expect(again.output).toBe('0 files were missing and are back, of 4.');
  },
  120_000,
);

drill(
  `the configuration comes back as it was at a moment, and over nothing${why}`,
  async () => {
    const moment = new Date();
    const changed = await place.backup('take-beside', '--tar', await packed('the second'));
    expect(changed.output).toContain('configuration: changed, stored');
    const to = join(place.folder, 'back');
    const then = ['restore', '--configuration', '--to', to, '--at', moment.toISOString()];
    expect(await place.backup(...then)).toMatchObject({ code: 0 });
    expect(readFileSync(join(to, 'dhanman/qa/credentials/IDENTITY_KEY'), 'utf8')).toBe('the first');
    const over = await place.backup(...then);
    expect(over).toMatchObject({ code: 1, output: expect.stringContaining('is not empty') });
  },
  120_000,
);

drill(
  `a file whose bytes are not what its name says is named, and neither copied nor counted as copied${why}`,
  async () => {
    const name = `${organization}/papers/${'0'.repeat(64)}`;
    await client.putObject(bucket, name, 'spoilt');
    rmSync(join(place.folder, 'beside-objects-qa.prom'));
    const { code, output } = await place.backup('take-beside', '--figures', place.folder);
    expect(code).toBe(1);
    expect(output).toContain(`left out: ${name}. All others are whole.`);
    expect(() => readFileSync(join(place.folder, 'beside-objects-qa.prom'))).toThrow('ENOENT');
    const vault = new Vault(settingsIn(place.settings));
    expect(await copiedObjects(vault, 'qa')).not.toContain(name);
  },
  120_000,
);

drill(
  `a part that cannot be had takes nothing from the others${why}`,
  async () => {
    place.besides('qa', 'a host that is not there', 'http://admin:wrong@127.0.0.1:9');
    await client.removeObject(bucket, `${organization}/papers/${'0'.repeat(64)}`);
    const { code, output } = await place.backup('take-beside');
    expect(code).toBe(1);
    expect(output).toMatch(/objects-qa: 0 new of 4/);
    expect(output).toMatch(/broker-qa: .*fetch failed/);
  },
  120_000,
);

drill(`a copy goes when no inventory that is kept knows it, and not before${why}`, async () => {
  const vault = new Vault(settingsIn(place.settings));
  for (const name of ['wanted', 'removed'])
    await vault.put(placeOf('prod', name), Readable.from([Buffer.from(name)]));
  const note = (names: string, on: string) =>
    keepDated(vault, 'inventory-prod', Buffer.from(names), new Date(on));
  expect(await superfluousObjects(vault, 'prod')).toEqual([]);
  await note('wanted\nremoved', '2020-01-01');
  await note('wanted', '2020-01-02');
  expect(await superfluousObjects(vault, 'prod')).toEqual([]);
  await vault.remove([(await listDated(vault, 'inventory-prod'))[0]?.name ?? '']);
  // It came after the last inventory, which cannot know it.
  expect(await superfluousObjects(vault, 'prod')).toEqual([]);
  await note('', '2999-01-01');
  expect(await superfluousObjects(vault, 'prod')).toEqual([placeOf('prod', 'removed')]);
  expect(await place.backup('prune')).toMatchObject({ code: 0 });
  expect(await copiedObjects(vault, 'prod')).toEqual(['wanted']);
  expect((await copiedObjects(vault, 'qa')).length).toBe(4);
});
