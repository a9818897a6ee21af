// Servers never run as root: Postgres refuses to, and a fault in any of them should reach as little as possible.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Obstacle } from './obstacle.ts';

const systemAccount = 'dhanman';

export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** The account the servers run under: our own, or the system user `dhanman` (made when missing) when we are root. */
export function serverAccount(): Account {
  const uid = process.getuid?.() ?? -1;
  const gid = process.getgid?.() ?? -1;
  if (uid !== 0) return { uid, gid };
  return find(systemAccount) ?? create(systemAccount);
}

/** Whether the account can read a file or folder, asked of the kernel rather than worked out from permission bits. */
export function canRead(account: Account, path: string): boolean {
  if (account.uid === process.getuid?.()) return true;
  return (
    spawnSync('test', ['-r', path], { uid: account.uid, gid: account.gid, stdio: 'ignore' }).status === 0
  );
}

function find(name: string): Account | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
}

function create(name: string): Account {
  const options = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent'];
  const made = spawnSync('useradd', [...options, '--shell', '/usr/sbin/nologin', name], { encoding: 'utf8' });
  // Another run may have made it between our look and our attempt.
  const account = find(name);
  if (account !== undefined) return account;
  throw new Obstacle(
    `The servers must not run as root, and the system user \`${name}\` could not be made: ${made.stderr || String(made.error)}\n` +
      'Run `npm start` as an ordinary user instead.',
  );
}
