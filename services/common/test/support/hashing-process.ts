// The process in which a Common hashes passwords, seen from outside: as the kernel shows it.
import { readdirSync, readFileSync } from 'node:fs';

/** Nothing before the first password is looked at. */
export function hashingProcessOf(service: number): number | undefined {
  const threads = readdirSync(`/proc/${String(service)}/task`);
  const children = threads.flatMap((thread) =>
    readFileSync(`/proc/${String(service)}/task/${thread}/children`, 'utf8')
      .split(' ')
      .filter(Boolean),
  );
  return children.map(Number).find((pid) => (read(pid, 'cmdline') ?? '').includes('hashing-main'));
}

/** A file of what the kernel knows about a process; nothing when there is no such process any more. */
export function read(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${String(pid)}/${file}`, 'utf8');
  } catch {
    return undefined;
  }
}

/** Nanoseconds of processor time that all threads of a process have used. */
export function workOf(pid: number): number {
  return threadsOf(pid).reduce(
    (sum, thread) => sum + Number(read(pid, `${thread}/schedstat`)?.split(' ')[0]),
    0,
  );
}

/** How far the threads that hash step back before others: zero is like everybody else, nineteen the most. */
export function nicenessOf(pid: number): readonly number[] {
  const hashing = threadsOf(pid).filter(
    (thread) => read(pid, `${thread}/comm`)?.startsWith('libuv') === true,
  );
  return hashing.map((thread) => Number(read(pid, `${thread}/stat`)?.split(') ')[1]?.split(' ')[16]));
}

function threadsOf(pid: number): readonly string[] {
  return readdirSync(`/proc/${String(pid)}/task`).map((thread) => `task/${thread}`);
}
