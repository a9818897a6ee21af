// Answers as a person reads them in a terminal. What came in a message may hold anything, also commands to a terminal.
import type { DeadLetterDetail, DeadLetterPage, FailedJobPage, TraceStep } from '@dhanman/contracts';
import { table } from '../local/terminal/table.ts';

export type ServiceStep = TraceStep & { readonly service: string };

export function deadLetterTable({ items, nextCursor }: DeadLetterPage): string {
  if (items.length === 0) return 'There are no such messages.';
  const rows = items.map(({ id, diedAt, queue, attempts, state, reason, decidedBy, decision }) => {
    const decided = decidedBy === null ? '' : ` by ${decidedBy}${decision === null ? '' : `: ${decision}`}`;
    return [id, diedAt, queue, String(attempts), `${state}${decided}`, line(reason)].map(line);
  });
  return shown([['Id', 'Died', 'Queue', 'Attempts', 'State', 'Reason'], ...rows], nextCursor);
}

export function letterText({ history, payload, envelope, ...letter }: DeadLetterDetail): string {
  const facts = Object.entries(letter).map(([name, value]) => [name, line(String(value ?? '–'))]);
  const attempts = history.map(({ attempt, error }) => [`attempt ${attempt}`, line(error)]);
  return [table([...facts, ...attempts]), JSON.stringify(envelope, undefined, 2), block(payload)].join('\n');
}

export function jobTable({ items, nextCursor }: FailedJobPage): string {
  if (items.length === 0) return 'No job has failed.';
  const rows = items.map(({ id, failedAt, contract, attempts, error }) =>
    [id, failedAt, contract, String(attempts), error ?? ''].map(line),
  );
  return shown([['Id', 'Failed', 'Job', 'Attempts', 'Error'], ...rows], nextCursor);
}

export function timeline(steps: readonly ServiceStep[]): string {
  if (steps.length === 0) return 'No service knows this correlation id.';
  const rows = steps.map(({ at, service, what, to, state, contract, attempts, error }) => {
    const details = [to === null ? [] : `to ${to}`, state ?? []].flat().join(', ');
    const said = details === '' ? what : `${what} (${details})`;
    return [at, service, said, contract, String(attempts), error ?? ''].map(line);
  });
  return table([['When', 'Service', 'What', 'Message', 'Attempts', 'Error'], ...rows]);
}

function shown(rows: readonly (readonly string[])[], nextCursor: string | null): string {
  return nextCursor === null ? table(rows) : `${table(rows)}\nThere are more; these are the newest.`;
}

/** On one line, and without characters that a terminal would obey. */
export function line(text: string): string {
  return block(text).replaceAll(/\s+/g, ' ').slice(0, 200);
}

function block(text: string): string {
  return text.replaceAll(/[^\P{C}\n\t]/gu, '\u{FFFD}');
}
