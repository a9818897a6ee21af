/** An ending that only the person at the keyboard can change: it says what is wrong and what to do, and is printed without a stack. */
export class Obstacle extends Error {
  override readonly name = 'Obstacle';
}

const advice: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full. Free some space (`df -h` shows where), then run the same command again.',
  EDQUOT: 'Your disk quota is used up. Free some space, then run the same command again.',
  EROFS: 'The file system is read-only. Use a clone on a writable disk.',
  EMFILE: 'Too many open files. Raise the limit (`ulimit -n 4096`), then run the same command again.',
  ENOMEM: 'The machine is out of memory. About 2 GB must be free.',
};

/** Turns an error into the sentences a person should read; programming errors keep their stack. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof Obstacle) return error.message;
  return explainSystemError(error) ?? error.stack ?? error.message;
}

function explainSystemError({ code = '', path, message }: NodeJS.ErrnoException): string | undefined {
  if (code === 'EACCES' || code === 'EPERM') {
    return `Not allowed to use ${path ?? message}. It may belong to another user: if an earlier run was made as root, run \`sudo npm run reset\` or delete .dhanman/ as root.`;
  }
  const known = advice[code];
  return known === undefined || path === undefined ? known : `${known}\n(while using ${path})`;
}
