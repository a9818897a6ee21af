// A short run of `npm run chaos`, so that nothing lands with which it would find something within seconds.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import { repository } from '../../local/instance.ts';
import { serversNamed } from '../../local/servers/catalogue.ts';
import { sourcesOf } from '../../local/servers/sources.ts';

const [seconds, seed] = [20, 4];
const servers = serversNamed(['postgres', 'rabbitmq', 'redis-jobs', 'redis-cache']);
const sources = sourcesOf(servers, { instance: 'chaos', settings: {} });
const missing = servers
  .filter((server) => sources.get(server)?.kind !== 'installed')
  .map(({ title }) => title)
  .join(', ');
const why = missing === '' ? '' : ` (skipped: ${missing} must be installed to be killed)`;

interface End {
  readonly code: number | null;
  readonly summary: Readonly<Record<string, number>>;
  readonly log: string;
}

async function chaos(): Promise<End> {
  const args = ['chaos', '--seconds', String(seconds), '--seed', String(seed)];
  const child = spawn(process.execPath, [join(repository, 'deploy/local/main.ts'), ...args], {
    cwd: repository,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [said, log] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  const last = said.trimEnd().split('\n').at(-1) ?? '';
  return {
    code: child.exitCode,
    summary: last.startsWith('{') ? (JSON.parse(last) as Record<string, number>) : {},
    log,
  };
}

(missing === '' ? test : test.skip)(
  `twenty seconds of mishaps lose nothing and do nothing twice${why}`,
  async () => {
    const { code, summary, log } = await chaos();
    const { lost, doubled, invariantsBroken, faults = 0, acknowledged = 0 } = summary;
    expect({ log: code === 0 ? '' : log, lost, doubled, invariantsBroken }).toEqual({
      ...{ log: '', lost: 0, doubled: 0, invariantsBroken: 0 },
    });
    expect(faults).toBeGreaterThanOrEqual(seconds / 2);
    expect(acknowledged).toBeGreaterThan(20);
  },
  600_000,
);
