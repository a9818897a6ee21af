import { explain } from './machine/obstacle.ts';
import { progressTo } from './terminal/progress.ts';
import { servers } from './commands/servers.ts';

const [command, ...args] = process.argv.slice(2);
const progress = progressTo((event) => console.error(JSON.stringify(event)));
try {
  if (command === 'servers') process.exitCode = await servers(args, progress);
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
