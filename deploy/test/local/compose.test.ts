import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Instance } from '../../local/instance.ts';
import { composeStop, composeUp, isInContainer } from '../../local/servers/compose.ts';
import { postgres } from '../../local/servers/postgres.ts';
import { redisJobs } from '../../local/servers/redis.ts';
import { anInstance, removeInstance } from './an-instance.ts';

// No engine is at hand where this runs: a stand-in for `docker` writes down how it was called. What the images make of
// the files is not proved here.
let instance: Instance;
let tools: string;
const path = process.env['PATH'] ?? '';

beforeAll(async () => {
  instance = await anInstance();
  tools = mkdtempSync(join(tmpdir(), 'dhanman-docker-'));
  process.env['PATH'] = tools + delimiter + path;
  docker('exit 0');
});

afterAll(async () => {
  process.env['PATH'] = path;
  await removeInstance(instance);
  rmSync(tools, { recursive: true });
});

describe('a server in a container', () => {
  test('is started by name, waited for, and remembered until it is stopped', async () => {
    await composeUp(redisJobs, instance);
    expect(calls()).toMatch(
      /compose -p dhanman-probe-\S+ -f \S+compose\.yaml up --detach --wait redis-jobs\n/,
    );
    expect(isInContainer(instance, 'redis-jobs')).toBe(true);
    await composeStop(instance, ['redis-jobs', 'nginx']);
    expect(calls()).toMatch(/rm --stop --force redis-jobs\n/);
  });

  test('is handed its password in a file, never in arguments or variables', async () => {
    await composeUp(postgres, instance);
    expect(calls()).toContain(`DHANMAN_PORT_POSTGRES=${instance.ports.postgres}`);
    for (const secret of ['postgres', 'redis-jobs', 'rabbitmq', 's3 secret key']) {
      expect(calls()).not.toContain(instance.secret(secret));
    }
    const folder = join(instance.folder, 'config');
    expect(readFileSync(join(folder, 'compose/postgres-password'), 'utf8')).toBe(instance.secret('postgres'));
    expect(statSync(folder).mode & 0o077).toBe(0);
  });

  test('that the engine cannot start is told in the words of the engine', async () => {
    docker('echo "no such image" >&2; exit 1');
    await expect(composeUp(postgres, instance)).rejects.toThrow(/could not start PostgreSQL:\nno such image/);
  });
});

function docker(end: string): void {
  const log = join(tools, 'calls');
  writeFileSync(log, '');
  const record = `{ echo "$*"; env | grep DHANMAN_; } >> ${log}`;
  writeFileSync(join(tools, 'docker'), `#!/bin/sh\n${record}\n${end}\n`);
  chmodSync(join(tools, 'docker'), 0o755);
}

function calls(): string {
  return readFileSync(join(tools, 'calls'), 'utf8');
}
