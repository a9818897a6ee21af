// Whether what should have been stored by now is stored. A backup nobody looks after is none.
import { listBases } from './bases.ts';
import type { Vault } from './vault.ts';
import { storedWal } from './wal.ts';

export interface Health {
  readonly lastBase: string | undefined;
  readonly lastLog: string | undefined;
  readonly complaints: readonly string[];
}

const limits = { baseHours: 25, logMinutes: 5 } as const;

export async function healthOf(vault: Vault, now: Date): Promise<Health> {
  const lastBase = (await listBases(vault)).at(-1)?.finishedAt;
  const log = await storedWal(vault);
  const lastLog = log
    .map(({ at }) => at.toISOString())
    .sort()
    .at(-1);
  return { lastBase, lastLog, complaints: complaints({ lastBase, lastLog }, now) };
}

export function complaints({ lastBase, lastLog }: Omit<Health, 'complaints'>, now: Date): readonly string[] {
  const said: string[] = [];
  if (isOlder(lastBase, now, limits.baseHours * 60))
    said.push(`The last whole copy is ${ageOf(lastBase)}, allowed are ${String(limits.baseHours)} hours.`);
  if (isOlder(lastLog, now, limits.logMinutes))
    said.push(`The last of the log is ${ageOf(lastLog)}, allowed are ${String(limits.logMinutes)} minutes.`);
  return said;
}

function isOlder(at: string | undefined, now: Date, minutes: number): boolean {
  return at === undefined || now.getTime() - Date.parse(at) > minutes * 60_000;
}

function ageOf(at: string | undefined): string {
  return at === undefined ? 'missing' : `of ${at}`;
}
