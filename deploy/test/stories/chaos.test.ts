// A short run of `npm run chaos`, so that no change lands with which it would find something within seconds.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import { repository } from '../../local/instance.ts';
import { serversNamed } from '../../local/servers/catalogue.ts';
import { thisMachine } from '../../local/servers/sources.ts';

const [seconds, seed] = [20, 4];
const missing = serversNamed(['postgres', 'rabbitmq', 'redis-jobs'])
  .filter(({ programs }) => !programs.every(thisMachine.has))
  .map(({ title }) => title);
const why = missing.length > 0 && `${missing.join(', ')} must be installed to be killed`;

const run = async () => {
  const args = ['chaos', '--seconds', String(seconds), '--seed', String(seed)];
  const child = spawn(process.execPath, [join(repository, 'deploy/local/main.ts'), ...args], {
    cwd: repository,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [said, told] = [text(child.stdout), text(child.stderr)];
  const [code] = (await once(child, 'close')) as [number];
  const last = (await said).trimEnd().split('\n').at(-1) ?? '';
  return { code, summary: JSON.parse(last) as Record<string, number>, log: await told };
};

(why ? test.skip : test)(
  `twenty seconds of mishaps lose nothing and do nothing twice${why ? ` (skipped: ${why})` : ''}`,
  async () => {
    const { code, summary, log } = await run();
    const { lost, doubled, invariantsBroken, faults = 0, acknowledged = 0 } = summary;
    expect({ log: code === 0 ? '' : log, lost, doubled, invariantsBroken }).toEqual({
      ...{ log: '', lost: 0, doubled: 0, invariantsBroken: 0 },
    });
    expect(faults).toBeGreaterThanOrEqual(seconds / 2);
    expect(acknowledged).toBeGreaterThan(20);
  },
  300_000,
);
