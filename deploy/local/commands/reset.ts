import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { openInstance } from '../instance.ts';
import { composeErase } from '../servers/compose.ts';
import { Obstacle } from '../machine/obstacle.ts';
import { stop } from './stop.ts';

/** `npm run reset`: asks, stops everything and deletes the local data, so that the next start begins empty. */
export async function reset(args: readonly string[]): Promise<number> {
  const instance = await openInstance('local');
  if (!args.includes('--yes') && !(await agreed(instance.folder))) {
    console.log('Nothing was deleted.');
    return 1;
  }
  await stop();
  await composeErase(instance);
  for (const entry of readdirSync(instance.folder)) rmSync(join(instance.folder, entry), { recursive: true });
  console.log('The local data are deleted. `npm start` begins empty.');
  return 0;
}

async function agreed(folder: string): Promise<boolean> {
  if (!process.stdin.isTTY) {
    throw new Obstacle(
      'This deletes all local data. To do it without being asked: `npm run reset -- --yes`.',
    );
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`Delete all local data in ${folder}? Type yes: `);
  terminal.close();
  return answer.trim().toLowerCase() === 'yes';
}
