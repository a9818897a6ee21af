// `npm test`: every proof the repository has, a table of what ran, and a last line that programs can read.
import { existsSync, globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { sizeReport } from '../checks/size-report.ts';
import { parseOptions, usage, WrongOption, type Options, type Package } from './testrun/options.ts';
import { exitCode, sum } from './testrun/outcome.ts';
import { stopAll } from './testrun/process.ts';
import { closingLine, failureLines, stepLine, table } from './testrun/report.ts';
import { chosen, runSteps, type Result } from './testrun/schedule.ts';
import { steps } from './testrun/steps.ts';
import { TestServers } from './testrun/test-servers.ts';

const root = resolve(import.meta.dirname, '../..');
const nothingRan = '0 passed, 1 failed';

export async function test(args: readonly string[]): Promise<number> {
  try {
    return await run(parseOptions(args, root));
  } catch (error) {
    if (error instanceof WrongOption) say(`${error.message}\n\n${usage}\n`);
    else say(`The test run itself failed: ${error instanceof Error ? (error.stack ?? '') : String(error)}\n`);
    say(nothingRan);
    return 1;
  }
}

async function run(options: Options): Promise<number> {
  const servers = new TestServers(root, say);
  const running = new Set<string>();
  const interrupted = onInterrupt(() => {
    stopAll();
    say(`\nInterrupted; stopping ${[...running].join(', ')} and the test servers.`);
  });
  const picked = chosen(steps, options);
  if (picked.some(({ needsServers }) => needsServers)) servers.prepare();
  let results: readonly Result[] = [];
  try {
    results = await runSteps(picked, {
      root,
      options,
      packages: allPackages(),
      logs: join(root, '.dhanman/test/logs'),
      width: Math.min(4, Math.max(2, availableParallelism())),
      servers: () => servers.environment(),
      started: ({ name }) => running.add(name),
      ended: (result) => {
        running.delete(result.step.name);
        showEnd(result);
      },
    });
  } finally {
    await servers.stop();
  }
  return close(results, interrupted());
}

function showEnd(result: Result): void {
  say(stepLine(result));
  if (result.outcome.failed > 0) for (const line of failureLines(result, root)) say(line);
}

function close(results: readonly Result[], wasInterrupted: boolean): number {
  for (const line of ['', ...sizeReport(root), '', ...table(results), '', closingLine(results)]) say(line);
  const status = exitCode(sum(results.map(({ outcome }) => outcome)));
  return wasInterrupted ? 130 : status;
}

function onInterrupt(stop: () => void): () => boolean {
  let interrupted = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      interrupted = true;
      stop();
    });
  }
  return () => interrupted;
}

function allPackages(): readonly Package[] {
  return globSync(['libs/*/package.json', 'services/*/package.json', 'deploy/package.json'], { cwd: root })
    .map((file) => dirname(file))
    .filter((path) => existsSync(join(root, path)))
    .map((path) => ({ name: basename(path), path }))
    .sort((a, b) => a.path.localeCompare(b.path));
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
