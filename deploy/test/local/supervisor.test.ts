import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Instance } from '../../local/instance.ts';
import { running, startDaemon, stopDaemon } from '../../local/machine/daemon.ts';
import { until } from '../../local/machine/wait.ts';
import { supervise } from '../../local/services/supervisor.ts';
import { anInstance, removeInstance } from './an-instance.ts';

let instance: Instance;

beforeAll(async () => {
  instance = await anInstance();
});

afterAll(async () => removeInstance(instance));

test('a process that is killed is started again, and one that cannot be is tried again', async () => {
  const start = () =>
    startDaemon(instance, { name: 'sleeper', command: '/bin/sleep', args: ['600'], cwd: '/' });
  const first = start();
  const said: string[] = [];
  let attempts = 0;
  const stop = new AbortController();
  const watching = supervise(
    [
      {
        title: 'sleeper',
        isAlive: () => running(instance, 'sleeper') !== undefined,
        revive: async () => {
          attempts += 1;
          if (attempts === 1) throw new Error('port is taken');
          start();
        },
      },
    ],
    { signal: stop.signal, say: (text) => said.push(text) },
  );
  process.kill(first.pid, 'SIGKILL');
  await until(() => said.find((text) => text.endsWith('is back')), { deadlineMs: 10_000 });
  stop.abort();
  await watching;
  expect(said).toEqual([
    'sleeper died; starting it again in 0.5 s',
    'sleeper: port is taken',
    'sleeper died; starting it again in 1.0 s',
    'sleeper is back',
  ]);
  expect(running(instance, 'sleeper')?.pid).not.toBe(first.pid);
  await stopDaemon(instance, 'sleeper');
});
