// The machine is gone, and somebody had dropped a table before: the cluster comes back as it was a moment earlier.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { freePort, until } from '@dhanman/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'minio';
import { settingsIn } from '../../backup/settings.ts';
import { Vault } from '../../backup/vault.ts';
import { canRead, serverAccount } from '../../local/machine/account.ts';
import { Place } from './a-cluster.ts';

// Postgres calls our program as its own account, which must be able to read it.
const isPossible = canRead(serverAccount(), join(import.meta.dirname, '../../backup/main.ts'));
const why = isPossible ? '' : ' (skipped: the account of the servers cannot read this folder)';
const drill = isPossible ? test : test.skip;

let place: Place;
let running: string;
const patience = { deadlineMs: 60_000 };

beforeAll(async () => {
  if (!isPossible) return;
  place = new Place(await freePort());
  running = await place.newCluster();
  await place.start(running);
  expect(await place.backup('init')).toMatchObject({ code: 0 });
  await place.query('create table marker (said text); create table dues (flat text)');
  await place.query(`insert into dues values ('A-101')`);
}, 120_000);

afterAll(async () => {
  if (!isPossible) return;
  await place.stop(running);
  rmSync(place.folder, { recursive: true });
}, 60_000);

/** Ends the segment in work and waits until it is stored. */
async function archived(): Promise<void> {
  const [now] = await place.query<{ segment: string }>('select pg_walfile_name(pg_switch_wal()) as segment');
  await until(
    async () => {
      const [last] = await place.query<{ segment: string }>(
        'select last_archived_wal as segment from pg_stat_archiver',
      );
      return (last?.segment ?? '') >= (now?.segment ?? 'Z');
    },
    { ...patience, what: 'the log is archived' },
  );
}

async function takesWrites(): Promise<void> {
  await until(
    async () => {
      const [state] = await place.query<{ recovers: boolean }>('select pg_is_in_recovery() as recovers');
      return state?.recovers === false;
    },
    { ...patience, what: 'the cluster takes writes again' },
  );
}

drill(
  'restored to a moment, what was before it is there, and what came after it is not',
  async () => {
    expect(await place.backup('take')).toMatchObject({ code: 0 });
    await place.query(`insert into marker values ('before')`);
    const [moment] = await place.query<{ at: Date }>('select clock_timestamp() as at');
    await place.query(`insert into marker values ('after'); drop table dues`);
    await archived();
    expect(await place.backup('check')).toMatchObject({ code: 0 });
    await place.kill(running);

    const begin = performance.now();
    running = join(place.folder, 'second');
    const at = moment?.at.toISOString() ?? '';
    expect(await place.backup('restore', '--to', running, '--at', at)).toMatchObject({ code: 0 });
    await place.start(running);
    await takesWrites();
    console.info(`Back after ${((performance.now() - begin) / 1000).toFixed(1)} s.`);
    expect(await place.query('select said from marker')).toEqual([{ said: 'before' }]);
    expect(await place.query('select flat from dues')).toEqual([{ flat: 'A-101' }]);
  },
  180_000,
);

drill(
  'the restored cluster archives on its own timeline, and can be restored again',
  async () => {
    await place.query(`insert into marker values ('second life')`);
    await archived();
    expect(await place.backup('take')).toMatchObject({ code: 0 });
    await archived();
    await place.kill(running);
    running = join(place.folder, 'third');
    expect(await place.backup('restore', '--to', running)).toMatchObject({ code: 0 });
    await place.start(running);
    await takesWrites();
    expect(await place.query('select said from marker order by 1')).toEqual([
      { said: 'before' },
      { said: 'second life' },
    ]);
  },
  180_000,
);

drill(`nothing is unpacked over what is there, and nothing from before the first copy${why}`, async () => {
  const over = await place.backup('restore', '--to', running);
  expect(over.code).toBe(1);
  expect(over.output).toContain('is not empty');
  const early = await place.backup(
    'restore',
    '--to',
    join(place.folder, 'early'),
    '--at',
    '2020-01-01T00:00:00Z',
  );
  expect(early.code).toBe(1);
  expect(early.output).toContain('no backup from before');
});

drill(`a segment that is missing is not taken for one that cannot be fetched${why}`, async () => {
  const segment = '0000000100000000000000F0';
  const path = join(place.folder, 'segment');
  expect(await place.backup('fetch-wal', segment, path)).toMatchObject({ code: 1 });
  const settings = settingsIn(place.settings);
  const stranger = new Vault({ ...settings, key: Buffer.alloc(32, 1) });
  await stranger.put(`wal/${segment}`, Readable.from([Buffer.from('spoilt')]));
  const spoilt = await place.backup('fetch-wal', segment, path);
  expect(spoilt.code).toBe(200);
  expect(spoilt.output).toContain('not what was sealed with our key');
});

drill(`a segment is stored once, whatever comes under its name later${why}`, async () => {
  const segment = '0000000100000000000000E0';
  const path = join(place.settings, 'BUCKET');
  expect(await place.backup('push-wal', path, segment)).toMatchObject({ code: 0 });
  expect(await place.backup('push-wal', path, segment)).toMatchObject({ code: 0 });
  const other = await place.backup('push-wal', join(place.settings, 'KEY'), segment);
  expect(other.code).toBe(1);
  expect(other.output).toContain('two clusters write to the same place');
});

drill(
  `what is stored cannot be deleted before its time, not even with the keys that stored it${why}`,
  async () => {
    const { s3, bucket } = settingsIn(place.settings);
    const { accessKey, secretKey, url } = s3;
    const useSSL = url.protocol === 'https:';
    const client = new Client({
      endPoint: url.hostname,
      port: Number(url.port),
      useSSL,
      accessKey,
      secretKey,
    });
    const name = `wal/0000000100000000000000E0`;
    const { versionId } = await client.statObject(bucket, name);
    await expect(client.removeObject(bucket, name, { versionId: versionId ?? '' })).rejects.toThrow();
    expect(
      await place.backup('fetch-wal', '0000000100000000000000E0', join(place.folder, 'kept')),
    ).toMatchObject({
      code: 0,
    });
  },
);
