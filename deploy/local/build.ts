// Compiles every library and service in one process: types are stripped here and checked by `tsc -b` in the tests.
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import type { Options } from '@swc/core';
import { repository } from './instance.ts';
import { readIfThere, writeWhole } from './machine/files.ts';
import { interruption } from './machine/interruption.ts';
import { alone } from './machine/lock.ts';
import { Obstacle } from './machine/obstacle.ts';
import { run } from './machine/run.ts';
import type { Progress } from './terminal/progress.ts';

const compiled = ['libs/*', 'services/{common,community,inventory,payroll,purchase,sales}'];
const web = join(repository, 'services/web');
const webInputs = [
  'package-lock.json',
  'services/web/{index.html,package.json,vite.config.ts}',
  'services/web/{src,public,build}/**/*',
  'libs/{client,contracts,kernel}/src/**/*',
];

/** The tests compile with the same options. */
const swcOptions = JSON.parse(readFileSync(join(repository, '.swcrc'), 'utf8')) as Options;

/** Builds what changed; two runs at a time take turns. */
export async function buildAll(progress: Progress): Promise<void> {
  await alone(join(repository, '.tools/build.lock'), async () => {
    await progress.step('build', (note) => compileAll(note));
    if (webIsStale()) await progress.step('build the web app', buildWeb);
  });
}

async function compileAll(note: (text: string) => void): Promise<void> {
  const { transformFile } = await import('@swc/core');
  const sources = globSync(
    compiled.map((folder) => `${folder}/src/**/*.ts`),
    { cwd: repository },
  ).filter(isRunTimeCode);
  const queue = [...sources];
  const work = Array.from({ length: availableParallelism() * 2 }, async () => {
    for (let source = queue.pop(); source !== undefined; source = queue.pop()) {
      const { code } = await transformFile(join(repository, source), {
        ...swcOptions,
        swcrc: false,
        filename: source,
      });
      writeIfChanged(join(repository, outputOf(source)), code);
    }
  });
  await Promise.all(work);
  removeStale(new Set(sources.map(outputOf)));
  note(`${sources.length} files`);
}

function isRunTimeCode(source: string): boolean {
  return !/\.(spec|test|d)\.ts$/.test(source);
}

function outputOf(source: string): string {
  return source.replace('/src/', '/dist/').replace(/\.ts$/, '.js');
}

function writeIfChanged(path: string, code: string): void {
  if (readIfThere(path) === code) return;
  mkdirSync(dirname(path), { recursive: true });
  writeWhole(path, code);
}

/** A file that was renamed must not go on living in `dist`, where something could still import it. */
function removeStale(current: ReadonlySet<string>): void {
  const outputs = globSync(
    compiled.map((folder) => `${folder}/dist/**/*.js`),
    { cwd: repository },
  );
  for (const output of outputs) {
    if (!current.has(output) && !output.includes('/dist/types/')) rmSync(join(repository, output));
  }
}

function webIsStale(): boolean {
  if (!existsSync(join(web, 'index.html'))) return false;
  return !existsSync(join(web, 'dist/index.html')) || readIfThere(webStamp()) !== digestOf(webInputs);
}

async function buildWeb(): Promise<void> {
  const before = digestOf(webInputs);
  const vite = createRequire(join(web, 'package.json')).resolve('vite/package.json');
  const { code, output } = await run(process.execPath, [join(dirname(vite), 'bin/vite.js'), 'build'], {
    cwd: web,
    env: { ...process.env, NODE_ENV: 'production' },
    signal: interruption,
  });
  if (code !== 0) throw new Obstacle(`The web app does not build:\n${output}`);
  writeWhole(webStamp(), before);
}

function webStamp(): string {
  return join(repository, '.tools/web.built');
}

function digestOf(patterns: readonly string[]): string {
  const hash = createHash('sha256');
  const files = globSync([...patterns], { cwd: repository, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  for (const path of files.map((entry) => join(entry.parentPath, entry.name)).sort()) {
    hash.update(path.slice(repository.length)).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}
