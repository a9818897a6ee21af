#!/usr/bin/env node
// `suite lint|rules|behaviour|stories` checks the package in the current directory, and writes what it found to
// `.results/<kind>.json`: Nx keeps that file with its cache, so a cached run still knows how many tests passed.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const here = process.cwd();
const [kind, ...extra] = process.argv.slice(2);
const results = join(here, '.results', `${kind}.json`);
const require = createRequire(join(root, 'package.json'));

const testFiles = {
  rules: String.raw`\.spec\.tsx?$`,
  behaviour: String.raw`/test/(?!stories/)(.+/)?[^/]+\.test\.tsx?$`,
  stories: String.raw`/test/stories/(.+/)?[^/]+\.test\.tsx?$`,
};

const commands = {
  lint: () => [
    join(dirname(require.resolve('eslint/package.json')), 'bin/eslint.js'),
    ...['.', '--max-warnings', '0', '--no-warn-ignored', '--pass-on-no-patterns'],
    ...['--format', join(root, 'deploy/local/lint-format.mjs')],
  ],
  rules: jest,
  behaviour: jest,
  stories: jest,
};

function jest() {
  return [
    ...['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
    join(dirname(require.resolve('jest/package.json')), 'bin/jest.js'),
    ...['--config', join(root, 'jest.config.js'), '--rootDir', here, '--testRegex', testFiles[kind]],
    ...[
      '--passWithNoTests',
      // A service stopped in this process may leave a retry loop behind that would keep a finished run alive.
      '--forceExit',
      '--ci',
      '--json',
      '--outputFile',
      results,
    ],
  ];
}

const command = commands[kind];
if (command === undefined) {
  console.error(`suite: "${kind ?? ''}" is not one of ${Object.keys(commands).join(', ')}`);
  process.exit(2);
}
rmSync(results, { force: true });
mkdirSync(dirname(results), { recursive: true });
const { status, error } = spawnSync(process.execPath, [...command(), ...extra], {
  stdio: 'inherit',
  env: { ...process.env, LINT_RESULTS: results },
});
if (error) console.error(`suite ${kind}: ${error.message}`);
process.exit(status ?? 1);
