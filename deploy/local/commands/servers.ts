import { terminalProgress } from '../terminal/show.ts';
import { Obstacle } from '../machine/obstacle.ts';
import { exportLines, startServers, stopServers } from '../servers/servers.ts';

/** `servers up|down|env --instance <name>`: the servers alone, for working on tests of a single package. */
export async function servers(args: readonly string[]): Promise<number> {
  const [action] = args;
  const name = args[args.indexOf('--instance') + 1] ?? 'test';
  const progress = terminalProgress();
  const instance = args.includes('--instance') ? name : 'test';
  if (action === 'up') await startServers(instance, { progress });
  else if (action === 'down') await stopServers(instance, { progress });
  else if (action === 'env') process.stdout.write(exportLines(await startServers(instance)));
  else throw new Obstacle('Usage: node deploy/local/main.ts servers up|down|env [--instance test]');
  return 0;
}
