// What a person sees of a test run: a line when a step ends, the output of a step that failed, and the table.
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Result } from './schedule.ts';

const shownLines = 120;

/** The end of a failed step's log: enough to see the cause without opening the file. */
export function failureLines({ step, log }: Result, root: string): readonly string[] {
  const lines = failedTasks(readFileSync(log, 'utf8')).trimEnd().split('\n');
  const where = `--- ${step.name}: ${relative(root, log)}`;
  const cut = lines.length > shownLines ? [`… ${lines.length - shownLines} earlier lines in the file`] : [];
  return [where, ...cut, ...lines.slice(-shownLines), '---'];
}

/** Nx writes the output of every package into one log; of a failed step only the failed packages are worth reading. */
export function failedTasks(log: string): string {
  const failed = /Failed tasks:\s+((?:- \S+\s+)+)/.exec(log)?.[1];
  if (failed === undefined) return log;
  const tasks = failed.split(/\s*- /).map((task) => task.trim());
  const sections = log.split(/^(?=> nx run )/m);
  return sections.filter((section) => tasks.includes(/^> nx run (\S+)/.exec(section)?.[1] ?? '')).join('');
}

export function table(results: readonly Result[]): readonly string[] {
  const rows = results.map(({ step, outcome, seconds }) => [
    step.name,
    String(outcome.passed),
    String(outcome.failed),
    String(outcome.skipped.length),
    duration(seconds).trim(),
  ]);
  const lines = align([['step', 'passed', 'failed', 'skipped', 'time'], ...rows]);
  const skipped = results.flatMap(({ outcome }) => outcome.skipped);
  const failures = results.flatMap(({ step, outcome }) =>
    (outcome.failures ?? []).map((failure) => `failed: ${step.name}: ${failure}`),
  );
  return [...lines, ...skipped.map(({ what, why }) => `skipped: ${what} (${why})`), ...failures];
}

function duration(seconds: number): string {
  return `${seconds.toFixed(1).padStart(6)} s`;
}

/** First column to the left, numbers to the right. */
export function align(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  );
}
