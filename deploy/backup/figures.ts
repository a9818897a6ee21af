// What became of the backups, in files that Prometheus' node exporter reads (its textfile collector). A file is replaced
// whole: the exporter may read at any moment.
import { chmodSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Part } from './beside.ts';
import type { Health } from './health.ts';

export interface Figure {
  readonly name: string;
  readonly help: string;
  readonly value: number;
  readonly labels?: Readonly<Record<string, string>>;
}

export function writeFigures(folder: string | undefined, file: string, figures: readonly Figure[]): void {
  if (folder === undefined) return;
  const path = join(folder, `${file}.prom`);
  writeFileSync(`${path}.new`, textOf(figures));
  // Whatever the umask of the unit: the exporter runs as somebody else.
  chmodSync(`${path}.new`, 0o644);
  renameSync(`${path}.new`, path);
}

export function textOf(figures: readonly Figure[]): string {
  return figures.map(lines).join('');
}

/** What is missing counts as stored in 1970, so that the alert on its age fires. */
export function figuresOfCheck({ lastBase, lastLog }: Health, now: Date): readonly Figure[] {
  return [
    {
      name: 'backup_copy_timestamp_seconds',
      help: 'When the last whole copy was finished.',
      value: secondsOf(lastBase),
    },
    {
      name: 'backup_log_timestamp_seconds',
      help: 'When the last segment of the log was stored.',
      value: secondsOf(lastLog),
    },
    {
      name: 'backup_checked_timestamp_seconds',
      help: 'When this was last looked at.',
      value: now.getTime() / 1000,
    },
  ];
}

export interface Rehearsed {
  readonly environment: string;
  readonly broken: number;
  readonly seconds: number;
}

export function figuresOfRehearsal(
  { environment, broken, seconds }: Rehearsed,
  now: Date,
): readonly Figure[] {
  return [
    {
      name: 'backup_rehearsal_timestamp_seconds',
      help: 'When a copy was last brought back.',
      value: now.getTime() / 1000,
      labels: { environment },
    },
    {
      name: 'backup_rehearsal_broken',
      help: 'Invariants that did not hold in it.',
      value: broken,
      labels: { environment },
    },
    {
      name: 'backup_rehearsal_duration_seconds',
      help: 'How long it took to bring back and verify.',
      value: seconds,
      labels: { environment },
    },
  ];
}

/** When a part beside the databases was last stored whole; a file of its own for each, left alone when it failed. */
export function figuresOfPart(
  { part, environment }: Pick<Part, 'part' | 'environment'>,
  now: Date,
): readonly Figure[] {
  return [
    {
      name: 'backup_beside_timestamp_seconds',
      help: 'When this part was last stored.',
      value: now.getTime() / 1000,
      labels: { part, ...(environment === undefined ? {} : { environment }) },
    },
  ];
}

function lines({ name, help, value, labels = {} }: Figure): string {
  const said = Object.entries(labels).map(([label, text]) => `${label}="${text}"`);
  const all = said.length === 0 ? '' : `{${said.join(',')}}`;
  return `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${name}${all} ${String(value)}\n`;
}

function secondsOf(at: string | undefined): number {
  return at === undefined ? 0 : Date.parse(at) / 1000;
}
