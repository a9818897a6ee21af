import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { figuresOfCheck, figuresOfRehearsal, textOf, writeFigures } from './figures.ts';

const now = new Date('2026-11-25T10:00:00Z');

test('a check tells when each part was last stored', () => {
  const health = { lastBase: '2026-11-25T02:30:00Z', lastLog: '2026-11-25T09:59:10Z', complaints: [] };
  expect(figuresOfCheck(health, now).map(({ name, value }) => [name, value])).toEqual([
    ['backup_copy_timestamp_seconds', Date.UTC(2026, 10, 25, 2, 30) / 1000],
    ['backup_log_timestamp_seconds', Date.UTC(2026, 10, 25, 9, 59, 10) / 1000],
    ['backup_checked_timestamp_seconds', now.getTime() / 1000],
  ]);
});

test('what was never stored is old, not absent: its alert fires', () => {
  const figures = figuresOfCheck({ lastBase: undefined, lastLog: undefined, complaints: [] }, now);
  expect(figures.slice(0, 2).map(({ value }) => value)).toEqual([0, 0]);
});

test('a rehearsal tells how many invariants did not hold, as Prometheus reads it', () => {
  expect(textOf(figuresOfRehearsal({ environment: 'qa', broken: 2, seconds: 12.5 }, now).slice(1, 2))).toBe(
    '# HELP backup_rehearsal_broken Invariants that did not hold in it.\n' +
      '# TYPE backup_rehearsal_broken gauge\nbackup_rehearsal_broken{environment="qa"} 2\n',
  );
});

test('a file is replaced whole, and nothing is left beside it, and others may read it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dhanman-figures-'));
  const before = process.umask(0o077);
  try {
    writeFigures(folder, 'rehearsal', figuresOfRehearsal({ environment: 'qa', broken: 0, seconds: 1 }, now));
    writeFigures(folder, 'rehearsal', figuresOfRehearsal({ environment: 'qa', broken: 3, seconds: 1 }, now));
    expect(readdirSync(folder)).toEqual(['rehearsal.prom']);
    expect(readFileSync(join(folder, 'rehearsal.prom'), 'utf8')).toContain('broken{environment="qa"} 3\n');
    expect(statSync(join(folder, 'rehearsal.prom')).mode & 0o777).toBe(0o644);
    writeFigures(undefined, 'check', []);
    expect(existsSync('check.prom')).toBe(false);
  } finally {
    process.umask(before);
    rmSync(folder, { recursive: true });
  }
});
