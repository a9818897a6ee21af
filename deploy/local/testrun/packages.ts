// Runs a target of many packages through Nx and adds up what `suite` left in `.results/<kind>.json`.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Package } from './options.ts';
import { fail, pass, sum, type Outcome, type Skipped } from './outcome.ts';
import { runLogged } from './process.ts';
import type { StepContext } from './step.ts';

type JestResults = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages?: readonly string[];
    }[];
  }[];
};

export type Target = 'lint' | 'rules' | 'behaviour' | 'stories';

export async function runPackages(
  context: StepContext,
  target: Target,
  packages: readonly Package[],
): Promise<Outcome> {
  const { root, cache, parallel, log, serverEnv } = context;
  // Results of an earlier run must not be taken for this one's; Nx puts them back on a cache hit.
  for (const { path } of packages) rmSync(resultsFile(root, path, target), { force: true });
  const projects = packages.map(({ name }) => `@dhanman/${name}`).join(',');
  const status = await runLogged({
    argv: [
      ...[process.execPath, join(root, 'node_modules/nx/dist/bin/nx.js'), 'run-many', '-t', target],
      ...['-p', projects, `--parallel=${parallel}`, '--outputStyle=static', '--nxBail=false'],
      ...(cache ? [] : ['--skipNxCache']),
    ],
    cwd: root,
    env: {
      ...process.env,
      ...serverEnv,
      NX_DAEMON: 'false',
      NX_NO_CLOUD: 'true',
      NX_TUI: 'false',
      FORCE_COLOR: '0',
    },
    log,
  });
  const found = sum(packages.map(({ path }) => readResults(resultsFile(root, path, target), target)));
  // Nx itself failed although every package reports success: the step could not run as asked.
  return status !== 0 && found.failed === 0 ? sum([found, fail]) : found;
}

function resultsFile(root: string, path: string, target: Target): string {
  return join(root, path, '.results', `${target}.json`);
}

function readResults(file: string, target: Target): Outcome {
  if (!existsSync(file)) return fail;
  const results: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (target === 'lint') return (results as { failed: number }).failed === 0 ? pass : fail;
  return countTests(results as JestResults);
}

export function countTests({
  numPassedTests,
  numFailedTests,
  numRuntimeErrorTestSuites,
  testResults,
}: JestResults) {
  return {
    passed: numPassedTests,
    failed: numFailedTests + numRuntimeErrorTestSuites,
    skipped: testResults.flatMap(({ assertionResults }) =>
      assertionResults.filter(({ status }) => status === 'pending').map(({ fullName }) => reasonIn(fullName)),
    ),
    failures: testResults.filter(({ status }) => status === 'failed').flatMap(failuresIn),
  };
}

/** A file that broke before its tests, or after them, is named by itself. */
function failuresIn({ name, assertionResults }: JestResults['testResults'][number]): readonly string[] {
  const failed = assertionResults.filter(({ status }) => status === 'failed');
  const file = basename(name);
  if (failed.length === 0) return [`${file} did not run`];
  return failed.map(({ fullName, failureMessages: [message = ''] = [] }) =>
    [`${file}: ${fullName}`, ...firstLines(message)].join('\n    '),
  );
}

/** Enough to tell a wrong answer from a limit that was reached, where nothing but the end of the run was kept. */
function firstLines(message: string): readonly string[] {
  const lines = stripVTControlCharacters(message).split('\n');
  return lines.filter((line) => line.trim() !== '' && !/^\s+at /.test(line)).slice(0, 4);
}

/** A test that cannot run on this machine says why in its own title: `… (skipped: nspawn is not allowed)`. */
function reasonIn(title: string): Skipped {
  const [, what = title, why = 'no reason given'] = /^(.*?)\s*\(skipped: (.*)\)$/s.exec(title) ?? [];
  return { what, why };
}
