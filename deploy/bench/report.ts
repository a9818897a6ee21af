import type { Target } from './benchmark.ts';
import type { Outcome, Result } from './rounds.ts';
import { rounded, type Summary } from './statistics.ts';

/** The line that programs read: one per figure. */
export function jsonLine({ bench, figure, median, unit, target, met }: Outcome): string {
  return JSON.stringify({ bench, figure, value: rounded(median), unit, target: bound(target), met });
}

/** The table that people read. */
export function textTable(result: Result): string {
  return [`${result.bench} · ${result.about}`, ...aligned(rowsOf(result)).map((line) => `  ${line}`)].join(
    '\n',
  );
}

/** The same as a section of `docs/benchmarks.md`. */
export function markdownSection(result: Result): string {
  const [head = [], ...rows] = rowsOf(result);
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return [`## ${result.bench}`, '', result.about, '', ...lines].join('\n');
}

/** A whole page: how to read the numbers, where they were measured, and every benchmark's section. */
export function markdownPage(results: readonly Result[], machine: string): string {
  return [
    '# Benchmarks',
    '',
    'Written by `npm run bench -- all`; do not edit. Floor and product are measured in the same run, in turn, several',
    'times; a value is the median of the rounds and the range beside it is their least and most. Load generator, service',
    'and servers share the machine, so compare ratios rather than absolute numbers.',
    '',
    `Measured on ${machine}.`,
    '',
    results.map(markdownSection).join('\n\n'),
    '',
  ].join('\n');
}

function rowsOf({ outcomes, details }: Result): readonly (readonly string[])[] {
  return [
    ['figure', 'median', 'least – most', 'target', ''],
    ...outcomes.map((outcome) => [
      outcome.figure,
      `${shown(outcome.median)} ${outcome.unit}`,
      range(outcome),
      `${'atLeast' in outcome.target ? '≥' : '≤'} ${String(bound(outcome.target))}`,
      outcome.met ? 'met' : 'missed',
    ]),
    ...details.map((detail) => [
      `${detail.contender}: ${detail.measurement}`,
      shown(detail.median),
      range(detail),
      '',
      '',
    ]),
  ];
}

function bound(target: Target): number {
  return 'atLeast' in target ? target.atLeast : target.atMost;
}

function range({ least, most }: Summary): string {
  return `${shown(least)} – ${shown(most)}`;
}

function shown(value: number): string {
  return rounded(value).toLocaleString('en-US', { maximumSignificantDigits: 3 });
}

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
