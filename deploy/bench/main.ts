// `npm run bench -- <name> | all [--strict]`: the product against a floor, measured in the same run.
import { globSync, mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { buildAll } from '../local/build.ts';
import { startServers, stopServers } from '../local/servers/servers.ts';
import { terminalProgress } from '../local/terminal/show.ts';
import type { Benchmark } from './benchmark.ts';
import { jsonLine, markdownPage, textTable } from './report.ts';
import { measure, type Result } from './rounds.ts';

const instance = 'bench';
const servers = ['postgres', 'rabbitmq', 'redis-jobs', 'redis-cache', 's3'] as const;
const root = resolve(import.meta.dirname, '../..');
const page = join(root, 'docs/benchmarks.md');

/** Runs what was asked for. Not 0 when something could not be measured or, with --strict, when a target was missed. */
export async function bench(args: readonly string[]): Promise<number> {
  const known = globSync('benchmarks/*.ts', { cwd: import.meta.dirname }).map((path) =>
    basename(path, '.ts'),
  );
  const names = chosen(args, known.sort());
  if (names === undefined) {
    console.error(`npm run bench -- <name …> | all [--strict]\n\nBenchmarks: ${known.join(', ')}`);
    return 2;
  }
  const results = await withHouse(() => runAll(names));
  const isMeasured = results.length === names.length;
  if (isMeasured && args.includes('all')) refresh(results);
  const isGoodEnough = !args.includes('--strict') || results.every(isMet);
  return isMeasured && isGoodEnough ? 0 : 1;
}

/** The benchmarks to run, or undefined when the arguments name none or one that does not exist. */
function chosen(args: readonly string[], known: readonly string[]): readonly string[] | undefined {
  const asked = args.filter((arg) => arg !== '--strict');
  if (asked.includes('all')) return known;
  const unknown = asked.filter((name) => !known.includes(name));
  for (const name of unknown) console.error(`There is no benchmark called ${name}.`);
  return asked.length === 0 || unknown.length > 0 ? undefined : asked;
}

/** What runs is the current sources, against servers of this run alone unless the environment names others. */
async function withHouse<T>(work: () => Promise<T>): Promise<T> {
  const progress = terminalProgress();
  await buildAll(progress);
  try {
    Object.assign(process.env, await startServers(instance, { which: servers, progress }));
    return await work();
  } finally {
    await stopServers(instance, { progress });
  }
}

async function runAll(names: readonly string[]): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const name of names) results.push(...(await runOne(name)));
  return results;
}

function isMet({ outcomes }: Result): boolean {
  return outcomes.every(({ met }) => met);
}

/** The result of one benchmark, or nothing when it could not be measured. */
async function runOne(name: string): Promise<readonly Result[]> {
  const note = (text: string): void => console.error(`  ${name}: ${text}`);
  try {
    const { benchmark } = (await import(`./benchmarks/${name}.ts`)) as { benchmark: Benchmark };
    const prepared = await benchmark.prepare(note);
    const result = await measure(name, benchmark.about, prepared, note).finally(() => prepared.close());
    console.log(`\n${textTable(result)}\n`);
    for (const outcome of result.outcomes) console.log(jsonLine(outcome));
    return [result];
  } catch (error) {
    console.error(
      `${name} could not be measured: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    return [];
  }
}

function refresh(results: readonly Result[]): void {
  const processors = cpus();
  const model = processors[0]?.model.trim() ?? 'an unknown processor';
  const memory = `${String(Math.round(totalmem() / 2 ** 30))} GB`;
  const day = new Date().toISOString().slice(0, 10);
  const machine = `${String(processors.length)} cores (${model}), ${memory}, Node ${process.versions.node}, on ${day}`;
  mkdirSync(dirname(page), { recursive: true });
  writeFileSync(page, markdownPage(results, machine));
  console.error(`Wrote ${page}`);
}
