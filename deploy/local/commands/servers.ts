import { join } from 'node:path';
import { openInstance } from '../instance.ts';
import { writeWhole } from '../machine/files.ts';
import { Obstacle } from '../machine/obstacle.ts';
import { exportLines, startServers, stopServers } from '../servers/servers.ts';
import { terminalProgress } from '../terminal/show.ts';

/** `servers up|down|env --instance <name>`: the servers alone, for working on the tests of one package. */
export async function servers(args: readonly string[]): Promise<number> {
  const [action] = args;
  const instance = args.includes('--instance') ? (args[args.indexOf('--instance') + 1] ?? '') : 'test';
  const progress = terminalProgress();
  if (action === 'up') {
    const file = join((await openInstance(instance)).folder, 'env.sh');
    writeWhole(file, exportLines(await startServers(instance, { progress })), { mode: 0o600 });
    console.log(`. ${file}`);
  } else if (action === 'down') await stopServers(instance, { progress });
  else if (action === 'env') process.stdout.write(exportLines(await startServers(instance)));
  else throw new Obstacle('Usage: node deploy/local/bootstrap.mjs servers up|down|env [--instance test]');
  return 0;
}
