import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freshSurroundings } from '@dhanman/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { database } from './support/notes.js';

type Surroundings = Awaited<ReturnType<typeof freshSurroundings>>;

let surroundings: Surroundings;

beforeAll(async () => {
  surroundings = await freshSurroundings('notes', database);
});

afterAll(async () => {
  await surroundings.drop();
});

describe('a bug that no request answers for', () => {
  test.each(['exception', 'rejection'])('ends the process with a line in the log: %s', async (FAULT) => {
    const { environment, secrets } = surroundings;
    const child = spawn(process.execPath, [join(import.meta.dirname, 'support/faulty-main.mjs')], {
      env: { ...environment, ...secrets, FAULT },
    });
    let output = '';
    child.stdout.on('data', (bytes: Buffer) => (output += bytes.toString()));
    const [code] = (await once(child, 'close')) as [number];
    expect(code).toBe(1);
    const lines = output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { level: string; error?: object });
    expect(lines.find(({ level }) => level === 'error')?.error).toMatchObject({
      name: 'TypeError',
      message: 'a bug nobody caught',
      stack: expect.arrayContaining([expect.stringContaining('faulty-main.mjs')]),
    });
  });
});
