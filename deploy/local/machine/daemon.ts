// Long-running programs that outlive the command which started them. Each leaves a record of its process in `run/`,
// so that a later command adopts it or ends it, and never mistakes a stranger for it.
import { spawn } from 'node:child_process';
import { closeSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from './account.ts';
import type { Instance } from '../instance.ts';
import { readIfThere, writeWhole } from './files.ts';
import { end, type Ending, identityOf, isAlive, type ProcessIdentity } from './processes.ts';

export interface Program {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** Added to a bare environment: what the person has exported must not change how a server behaves. */
  readonly env?: Readonly<Record<string, string>>;
  /** The instance's own account unless another is named. */
  readonly account?: Account;
}

/** The process of this name that an earlier command started, if it still runs. */
export function running(instance: Instance, name: string): ProcessIdentity | undefined {
  const text = readIfThere(record(instance, name));
  const identity = text === undefined ? undefined : (JSON.parse(text) as ProcessIdentity);
  return identity !== undefined && isAlive(identity) ? identity : undefined;
}

export function startDaemon(instance: Instance, program: Program): ProcessIdentity {
  const log = openSync(logOf(instance, program.name), 'a', 0o600);
  try {
    const child = spawn(program.command, [...program.args], {
      cwd: program.cwd,
      env: {
        PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
        LANG: 'C.UTF-8',
        ...program.env,
      },
      stdio: ['ignore', log, log],
      detached: true,
      ...(program.account ?? instance.account),
    });
    child.once('error', () => undefined);
    child.unref();
    const identity = child.pid === undefined ? undefined : identityOf(child.pid);
    if (identity === undefined) throw new Error(`${program.command} could not be started`);
    writeWhole(record(instance, program.name), JSON.stringify(identity));
    return identity;
  } finally {
    closeSync(log);
  }
}

export async function stopDaemon(instance: Instance, name: string, how: Ending = {}): Promise<void> {
  const identity = running(instance, name);
  if (identity !== undefined) await end(identity, how);
  rmSync(record(instance, name), { force: true });
}

export function logOf(instance: Instance, name: string): string {
  return join(instance.folder, 'logs', `${name}.log`);
}

/** The last lines a program wrote: the best explanation of why it died. */
export function lastWords(instance: Instance, name: string, lines = 8): string {
  return (readIfThere(logOf(instance, name)) ?? '').trimEnd().split('\n').slice(-lines).join('\n');
}

function record(instance: Instance, name: string): string {
  return join(instance.folder, 'run', `${name}.json`);
}
