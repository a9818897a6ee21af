// `npm test`: every proof the repository has, a table of what ran, and a last line that programs can read.
import { existsSync, globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { sizeReport } from '../checks/size-report.ts';
import { onInterruption, stopWasAsked } from './machine/interruption.ts';
import { alone } from './machine/lock.ts';
import { explain } from './machine/obstacle.ts';
import { terminalProgress } from './terminal/show.ts';
import { parseOptions, usage, WrongOption, type Options, type Package } from './testrun/options.ts';
import { exitCode, fail, lastLine, sum } from './testrun/outcome.ts';
import { stopAll } from './testrun/process.ts';
import { House } from './testrun/house.ts';
import { failureLines, table } from './testrun/report.ts';
import { chosen, runSteps, type Result } from './testrun/schedule.ts';
import { steps } from './testrun/steps.ts';

const root = resolve(import.meta.dirname, '../..');

export async function test(args: readonly string[]): Promise<number> {
  process.once('uncaughtException', (error) => {
    stopAll();
    process.exit(failToRun(error));
  });
  try {
    return await run(parseOptions(args, root));
  } catch (error) {
    return failToRun(error);
  }
}

/** Whatever goes wrong, the last line is there, and it is not a green one. */
function failToRun(error: unknown): number {
  if (error instanceof WrongOption) say(`${error.message}\n\n${usage}\n`);
  else say(`The test run itself failed: ${explain(error)}\n`);
  say('0 passed, 1 failed');
  return 1;
}

async function run(options: Options): Promise<number> {
  const lock = join(root, '.dhanman/test/run/test.lock');
  if (existsSync(lock)) say('Another test run uses these servers: waiting for it to end.');
  return alone(lock, async () => {
    const progress = terminalProgress();
    const house = new House(progress);
    // Ctrl-C ends what runs and skips what waits; the servers are still stopped, and the table says how far it came.
    onInterruption(() => {
      progress.say('Interrupted: stopping the steps and the test servers.');
      stopAll();
    });
    const picked = chosen(steps, options);
    house.begin(picked.flatMap(({ needs }) => needs));
    const results = await runSteps(picked, {
      ...{ root, options, progress, packages: allPackages(), logs: join(root, '.dhanman/test/logs') },
      // Servers, services and a browser are several processes already: one step for every two cores.
      width: Math.min(4, Math.max(1, Math.floor(availableParallelism() / 2))),
      provide: (needs) => house.provide(needs),
      // A server that does not start gives up its neighbours, but not the run: the steps that need it say why.
      cancelled: stopWasAsked,
      ended: (result) => {
        if (result.outcome.failed > 0) progress.say(failureLines(result, root).join('\n'));
      },
    }).finally(() => house.stop());
    return close(results, stopWasAsked());
  });
}

function close(results: readonly Result[], interrupted: boolean): number {
  const total = sum([...results.map(({ outcome }) => outcome), ...(interrupted ? [fail] : [])]);
  for (const line of ['', ...sizeReport(root), '', ...table(results), '', lastLine(total)]) say(line);
  return interrupted ? 130 : exitCode(total);
}

function allPackages(): readonly Package[] {
  return globSync(['libs/*/package.json', 'services/*/package.json', 'deploy/package.json'], { cwd: root })
    .map((file) => dirname(file))
    .map((path) => ({ name: basename(path), path }))
    .sort((a, b) => a.path.localeCompare(b.path));
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
