import { until } from '@dhanman/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const chattyServer = join(import.meta.dirname, 'chatty-server.mjs');

interface Line {
  readonly message: string;
  readonly url?: string;
  readonly lines?: number;
}

let folder: string;
let child: ChildProcess | undefined;
let url = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dhanman-logging-'));
});

afterEach(() => {
  child?.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

/** Starts the server with its standard output going there. */
async function start(stdout: 'pipe' | number, ...before: readonly string[]): Promise<void> {
  const command = [...before, process.execPath, chattyServer];
  child = spawn(command[0] ?? '', command.slice(1), { stdio: ['ignore', stdout, 'pipe'] });
  const [port] = (await once(child.stderr!, 'data')) as [Buffer];
  url = `http://127.0.0.1:${port.toString().trim()}`;
}

/** Sends requests one after another and says how many lines the server had lost when it answered the last. */
async function request(times: number): Promise<number> {
  let dropped = 0;
  for (let sent = 0; sent < times; sent += 1) {
    const response = await fetch(`${url}/${sent}`, { signal: AbortSignal.timeout(2_000) });
    dropped = Number(await response.text());
  }
  return dropped;
}

/** Sends requests until the server has lost more lines than this, and says how many that took. */
async function requestUntilDropped(lines: number): Promise<number> {
  let sent = 1;
  while ((await request(1)) <= lines) {
    sent += 1;
    // The file takes some twenty lines: by now a server that counts has counted.
    if (sent > 5_000) throw new Error(`after ${sent} requests not ${lines} lines are counted as lost`);
  }
  return sent;
}

/** A blank line may stand where a torn one was ended; the torn one itself is no JSON. */
function parsed(text: string): { lines: Line[]; torn: number } {
  const texts = text.split('\n').filter((line) => line !== '');
  const lines = texts.filter((line) => line.endsWith('}')).map((line) => JSON.parse(line) as Line);
  return { lines, torn: texts.length - lines.length };
}

describe('a service whose log reader stalls', () => {
  it('answers every request, and tells the reader that comes back how many lines it missed', async () => {
    await start('pipe');
    const dropped = await request(2_000);
    expect(dropped).toBeGreaterThan(100);
    let text = '';
    child?.stdout?.on('data', (bytes: Buffer) => (text += bytes.toString()));
    await until(() => text.includes('/1000'));
    await request(1);
    const requests = (): Line[] => parsed(text).lines.filter(({ message }) => message === 'request');
    await until(() => requests().length === 2_001 - dropped, {
      what: 'every line is either there or counted',
    });
    const { lines } = parsed(text);
    expect(lines.find(({ message }) => message === 'log lines were dropped')?.lines).toBe(dropped);
  });

  it('answers every request after the reader has gone for good', async () => {
    await start('pipe');
    child?.stdout?.destroy();
    expect(await request(50)).toBeGreaterThan(0);
    expect(child?.exitCode).toBeNull();
  });
});

describe('a service whose disk is full', () => {
  it('answers every request, and its log says what is missing once there is room again', async () => {
    const file = join(folder, 'log');
    const descriptor = openSync(file, 'a');
    // To a process, a file that may not grow is a full disk, and this needs neither root nor a file system.
    await start(descriptor, 'prlimit', '--fsize=20000:unlimited');
    closeSync(descriptor);
    const sent = await requestUntilDropped(50);
    execFileSync('prlimit', ['--pid', String(child?.pid), '--fsize=unlimited']);
    const dropped = await request(2);
    await until(() => readFileSync(file, 'utf8').includes('log lines were dropped'));
    const { lines, torn } = parsed(readFileSync(file, 'utf8'));
    // Node takes the write that just did not fit for written; how many lines it held depends on how busy the machine is.
    expect(torn).toBe(1);
    const written = lines.filter(({ message }) => message === 'request').length;
    expect(written).toBeGreaterThan(1);
    expect(written + dropped).toBeLessThan(sent + 2);
    expect(lines.find(({ message }) => message === 'log lines were dropped')?.lines).toBe(dropped);
  });
});
