import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openInstance } from '../instance.ts';
import { logOf } from '../machine/daemon.ts';
import { Obstacle } from '../machine/obstacle.ts';

/** `npm run logs -- sales`: the end of a log, and what is added to it until Ctrl-C. */
export async function logs([name]: readonly string[]): Promise<number> {
  const instance = await openInstance('local');
  const known = readdirSync(join(instance.folder, 'logs'))
    .filter((file) => file.endsWith('.log'))
    .map((file) => file.slice(0, -'.log'.length));
  if (name === undefined || !known.includes(name) || !existsSync(logOf(instance, name))) {
    throw new Obstacle(`Usage: npm run logs -- <name>. There are: ${known.join(', ') || 'none yet'}.`);
  }
  // By name, not by descriptor: it goes on when the log is cut.
  const tail = spawn('tail', ['-n', '100', '-F', logOf(instance, name)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => tail.kill(signal));
  return new Promise((resolve) => tail.once('close', () => resolve(0)));
}
