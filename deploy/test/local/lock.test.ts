import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alone } from '../../local/machine/lock.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dhanman-lock-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('work that only one may do at a time', () => {
  test('is done by one after the other, and leaves no lock behind', async () => {
    const path = join(folder, 'work.lock');
    let inside = 0;
    let most = 0;
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((done) => setTimeout(done, 5));
      inside -= 1;
    };
    await Promise.all(Array.from({ length: 4 }, () => alone(path, work)));
    expect(most).toBe(1);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('goes on when whoever held the lock has died', async () => {
    const path = join(folder, 'stale.lock');
    writeFileSync(path, JSON.stringify({ pid: process.pid, started: 'before this boot' }));
    await expect(alone(path, () => Promise.resolve('done'))).resolves.toBe('done');
  });

  test('gives the lock back when the work fails', async () => {
    const path = join(folder, 'failing.lock');
    await expect(alone(path, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(readdirSync(folder)).toEqual([]);
  });
});
