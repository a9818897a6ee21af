import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import type { Account } from './account.ts';

/** Replaces a file whole or not at all, so that an interrupted run never leaves half of one. */
export function writeWhole(path: string, content: string, { mode = 0o644, owner }: WriteOptions = {}): void {
  const unfinished = `${path}.${randomUUID()}.new`;
  writeFileSync(unfinished, content, { mode, flush: true });
  chmodSync(unfinished, mode);
  if (owner !== undefined) giveTo(owner, unfinished);
  renameSync(unfinished, path);
}

/** Writes a private file unless it is there already, and returns what it holds in either case. */
export function writeOnce(path: string, content: string): string {
  const candidate = `${path}.${randomUUID()}.new`;
  writeFileSync(candidate, content, { mode: 0o600, flush: true });
  try {
    linkSync(candidate, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(candidate);
  }
  return readFileSync(path, 'utf8');
}

/** A folder that belongs to the account and that nobody else can look into. */
export function privateFolder(path: string, owner: Account): string {
  mkdirSync(path, { recursive: true });
  chmodSync(path, 0o700);
  giveTo(owner, path);
  return path;
}

export function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Only root can give files away, and only root needs to: everyone else's servers run under their own account. */
function giveTo(owner: Account, path: string): void {
  if (process.getuid?.() === 0) chownSync(path, owner.uid, owner.gid);
}

interface WriteOptions {
  readonly mode?: number;
  readonly owner?: Account;
}
