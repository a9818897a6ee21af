// A process id alone proves nothing: ids are reused. Together with the boot and the moment the process started it does.
import { readFileSync, readlinkSync, readdirSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { basename } from 'node:path';
import { readIfThere } from './files.ts';
import { until } from './wait.ts';

export interface ProcessIdentity {
  readonly pid: number;
  readonly started: string;
}

export function identityOf(pid: number): ProcessIdentity | undefined {
  const started = startOf(pid);
  return started === undefined ? undefined : { pid, started };
}

export function isAlive({ pid, started }: ProcessIdentity): boolean {
  return startOf(pid) === started;
}

export interface Ending {
  readonly signal?: NodeJS.Signals;
  readonly deadlineMs?: number;
  /** For programs that may miss a signal while they are still starting. */
  readonly againEveryMs?: number;
}

/** Asks a process to end, kills it and the group it leads after the deadline, and returns once it is really gone. */
export async function end(identity: ProcessIdentity, how: Ending = {}): Promise<'ended' | 'killed'> {
  const { signal = 'SIGTERM', deadlineMs = 10_000, againEveryMs = deadlineMs } = how;
  const gone = (): true | undefined => (isAlive(identity) ? undefined : true);
  for (let waitedMs = 0; waitedMs < deadlineMs; waitedMs += againEveryMs) {
    if (!isAlive(identity)) return 'ended';
    sendTo(identity.pid, signal);
    if (await until(gone, { deadlineMs: againEveryMs })) return 'ended';
  }
  sendTo(-identity.pid, 'SIGKILL');
  sendTo(identity.pid, 'SIGKILL');
  await until(gone, { deadlineMs: 5_000 });
  return 'killed';
}

/** Processes that work in a folder: what an interrupted command left behind there. */
export function processesIn(folder: string): ProcessIdentity[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry) && worksIn(Number(entry), folder))
    .flatMap((entry) => identityOf(Number(entry)) ?? []);
}

/** Whether a process works in a folder, or was started with it in its arguments or its environment. */
export function isOf(pid: number, folder: string): boolean {
  if (worksIn(pid, folder)) return true;
  return ['cmdline', 'environ'].some((file) => {
    try {
      return readFileSync(`/proc/${pid}/${file}`, 'utf8').includes(`${folder}/`);
    } catch {
      return false;
    }
  });
}

function worksIn(pid: number, folder: string): boolean {
  return `${linkOf(`/proc/${pid}/cwd`)}/`.startsWith(`${folder}/`);
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    // Gone meanwhile, or another user's.
    return '';
  }
}

/** Who listens on a loopback port, as far as this user may know. */
export function listenerOn(port: number): { readonly pid: number; readonly name: string } | undefined {
  const sockets = new Set(
    ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) => listeningSockets(table, port)),
  );
  if (sockets.size === 0) return undefined;
  const pid = readdirSync('/proc').find((entry) => /^\d+$/.test(entry) && holdsOneOf(sockets, entry));
  if (pid === undefined) return undefined;
  return { pid: Number(pid), name: nameOf(pid) };
}

/** The program as it was called; the kernel's own short name is often that of a thread. */
function nameOf(pid: string): string {
  const called = readIfThere(`/proc/${pid}/cmdline`)?.split(/[\0 ]/)[0] ?? '';
  return basename(called).replace(/:$/, '') || 'unknown';
}

function startOf(pid: number): string | undefined {
  if (process.platform === 'linux') return startInProc(pid);
  return (
    spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim() || undefined
  );
}

function startInProc(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field, the name, may hold spaces and parentheses; state and start time are the 1st and 20th after it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const isOver = ['Z', 'X'].includes(fields[0] ?? '');
    return isOver ? undefined : `${bootId()}/${fields[19] ?? ''}`;
  } catch {
    return undefined;
  }
}

function bootId(): string {
  return readIfThere('/proc/sys/kernel/random/boot_id')?.trim() ?? '';
}

function sendTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function listeningSockets(table: string, port: number): string[] {
  const listening = '0A';
  const wanted = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  return (readIfThere(table) ?? '')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[1]?.endsWith(wanted) === true && fields[3] === listening)
    .map((fields) => `socket:[${fields[9] ?? ''}]`);
}

function holdsOneOf(sockets: ReadonlySet<string>, pid: string): boolean {
  try {
    const folder = `/proc/${pid}/fd`;
    return readdirSync(folder).some((fd) => sockets.has(readlinkSync(`${folder}/${fd}`)));
  } catch {
    // Gone meanwhile, or another user's: it cannot be named.
    return false;
  }
}
