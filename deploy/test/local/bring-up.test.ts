import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import type { Instance } from '../../local/instance.ts';
import { running } from '../../local/machine/daemon.ts';
import { isFree } from '../../local/machine/ports.ts';
import { bringUp, takeDown } from '../../local/servers/bring-up.ts';
import { postgres } from '../../local/servers/postgres.ts';
import { redisCache, redisJobs } from '../../local/servers/redis.ts';
import { anInstance, removeInstance } from './an-instance.ts';

let instance: Instance;
let other: Instance;

beforeAll(async () => {
  [instance, other] = [await anInstance(), await anInstance()];
});

afterAll(async () => {
  await removeInstance(instance);
  await removeInstance(other);
});

describe('a server of ours', () => {
  test('is adopted when it still runs, and started again when it was killed', async () => {
    await bringUp(redisJobs, instance);
    const first = running(instance, 'redis-jobs');
    await bringUp(redisJobs, instance);
    expect(running(instance, 'redis-jobs')).toEqual(first);
    process.kill(first?.pid ?? 0, 'SIGKILL');
    await bringUp(redisJobs, instance);
    expect(running(instance, 'redis-jobs')?.pid).not.toBe(first?.pid);
    await expect(redisJobs.identify(instance)).resolves.toBe('ours');
  });

  test('is rebuilt when its first start was interrupted half-way', async () => {
    const folder = join(instance.folder, 'data/postgres');
    mkdirSync(join(folder, 'cluster/base'), { recursive: true });
    writeFileSync(join(folder, 'building'), '');
    writeFileSync(join(folder, 'cluster/PG_VERSION'), '15');
    await bringUp(postgres, instance);
    await expect(postgres.identify(instance)).resolves.toBe('ours');
  });

  test('whose record was lost is recognised by its folder, ended and replaced', async () => {
    await bringUp(redisCache, instance);
    const lost = running(instance, 'redis-cache');
    rmSync(join(instance.folder, 'run/redis-cache.json'));
    await bringUp(redisCache, instance);
    expect(running(instance, 'redis-cache')?.pid).not.toBe(lost?.pid);
    await expect(redisCache.identify(instance)).resolves.toBe('ours');
  });

  test('leaves its port when it is taken down', async () => {
    await bringUp(redisCache, instance);
    await takeDown(redisCache, instance);
    await expect(isFree(instance.ports.redisCache)).resolves.toBe(true);
  });

  test('shows no password in its arguments or environment', async () => {
    await bringUp(redisJobs, instance);
    await bringUp(postgres, instance);
    for (const name of ['redis-jobs', 'postgres']) {
      const pid = running(instance, name)?.pid ?? 0;
      const shown = ['cmdline', 'environ'].map((file) => readFileSync(`/proc/${pid}/${file}`, 'utf8')).join();
      expect(shown).not.toContain(instance.secret(name));
    }
  });
});

describe('a server of somebody else', () => {
  test('on our port is recognised by its missing nonce and never used', async () => {
    await bringUp(redisJobs, instance);
    await bringUp(postgres, instance);
    const confused = { ...other, ports: instance.ports };
    await expect(redisJobs.identify(confused)).resolves.toBe('foreign');
    await expect(redisJobs.identify({ ...instance, secret: (name) => other.secret(name) })).resolves.toBe(
      'foreign',
    );
  });

  test('stops the start with a message that names the port and its holder', async () => {
    const squatter = await listenOn(other.ports.redisCache);
    try {
      await expect(bringUp(redisCache, other)).rejects.toThrow(
        new RegExp(
          `Redis for the cache cannot start: port ${other.ports.redisCache} \\(held by .+, process ${process.pid}\\)`,
        ),
      );
      expect(running(other, 'redis-cache')).toBeUndefined();
    } finally {
      squatter.close();
    }
  });
});

async function listenOn(port: number): Promise<Server> {
  const server = createServer();
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
}
