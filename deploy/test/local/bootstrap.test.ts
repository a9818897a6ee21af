import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';

const original = resolve(import.meta.dirname, '../../local/bootstrap.mjs');
let clone: string;

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'dhanman-bootstrap-'));
  mkdirSync(join(clone, 'deploy/local'), { recursive: true });
  mkdirSync(join(clone, 'bin'));
  copyFileSync(original, join(clone, 'deploy/local/bootstrap.mjs'));
  writeFileSync(join(clone, '.nvmrc'), `${process.versions.node}\n`);
});

afterEach(() => rmSync(clone, { recursive: true }));

describe('the bootstrap', () => {
  test('continues under a suitable Node with the arguments and gives its exit code back', async () => {
    main('console.log(JSON.stringify(process.argv.slice(2)));\nprocess.exitCode = 7;');
    const { code, output } = await ended(run('start', '--detach'));
    expect(output).toContain('["start","--detach"]');
    expect(code).toBe(7);
  });

  test('hands a signal on and ends with what the work made of it', async () => {
    main(
      `process.on('SIGTERM', () => process.exit(42));\nconsole.log('waiting');\nsetInterval(() => {}, 1_000);`,
    );
    const child = run('start');
    await once(child.stdout ?? child, 'data');
    child.kill('SIGTERM');
    expect((await ended(child)).code).toBe(42);
  });

  test('refuses a Node from the registry that is not the pinned one, and leaves nothing of it behind', async () => {
    writeFileSync(join(clone, '.nvmrc'), '99.0.0\n');
    program(
      'npm',
      `for last; do :; done; while [ "$1" != --pack-destination ]; do shift; done; echo fake > "$2/$last.tgz"`,
    );
    const { code, output } = await ended(run('start'));
    expect(output).toMatch(/is not the package that was pinned/);
    expect(code).toBe(1);
    expect(readdirSync(join(clone, '.tools'))).toEqual([]);
  });

  test('says what to do when the registry cannot be reached', async () => {
    writeFileSync(join(clone, '.nvmrc'), '99.0.0\n');
    program('npm', 'echo "npm error code ENOTFOUND" >&2; exit 1');
    const { code, output } = await ended(run('start'));
    expect(output).toMatch(/ENOTFOUND\nWithout it, install Node 99\.0\.0 yourself/);
    expect(code).toBe(1);
  });

  test('says that the disk is full when it is', async () => {
    writeFileSync(join(clone, '.nvmrc'), '99.0.0\n');
    program('npm', 'echo "npm error nospc ENOSPC: no space left on device" >&2; exit 228');
    expect((await ended(run('start'))).output).toMatch(/disk is full: free about 1 GB/);
  });
});

function main(text: string): void {
  writeFileSync(join(clone, 'deploy/local/main.ts'), text);
}

/** A stand-in for a tool of the machine, found first in PATH. */
function program(name: string, script: string): void {
  const path = join(clone, 'bin', name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
}

function run(...args: string[]): ChildProcess {
  const path = [join(clone, 'bin'), dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter);
  return spawn(process.execPath, [join(clone, 'deploy/local/bootstrap.mjs'), ...args], {
    env: { PATH: path },
  });
}

async function ended(
  child: ChildProcess,
): Promise<{ readonly code: number | null; readonly output: string }> {
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}
