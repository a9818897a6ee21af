// The pieces that everything on a machine is made of: packages, folders, files, units.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { writeWhole } from '../../local/machine/files.ts';
import { Obstacle } from '../../local/machine/obstacle.ts';
import type { Wish } from './wish.ts';

export interface Told {
  readonly isRight: boolean;
  readonly said: string;
}

/** A program of the machine, without a shell. Its input is where secrets go, never its arguments. */
export function tell(command: string, args: readonly string[], input = ''): Told {
  const env = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LANG: 'C.UTF-8', DEBIAN_FRONTEND: 'noninteractive' };
  const { status, stdout, stderr, error } = spawnSync(command, [...args], { input, env, encoding: 'utf8' });
  return { isRight: status === 0, said: error?.message ?? `${stdout}${status === 0 ? '' : stderr}`.trim() };
}

export function mustTell(command: string, args: readonly string[], input = ''): string {
  const { isRight, said } = tell(command, args, input);
  if (!isRight) throw new Obstacle(`${command} ${args.join(' ')} failed:\n${said.slice(-2_000)}`);
  return said;
}

export function packages(names: readonly string[]): Wish {
  const missing = () =>
    names.filter((name) => tell('dpkg-query', ['-Wf', '${db:Status-Status}', name]).said !== 'installed');
  return {
    what: 'packages',
    differs: () => (missing().length === 0 ? undefined : `missing are ${missing().join(', ')}`),
    fulfil() {
      mustTell('apt-get', ['update', '-q']);
      const ours = ['-o', 'Dpkg::Options::=--force-confdef', '-o', 'Dpkg::Options::=--force-confold'];
      mustTell('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...ours, ...missing()]);
    },
  };
}

interface Owned {
  readonly owner?: string;
  readonly group?: string;
  readonly mode?: number;
}

export function folder(path: string, owned: Owned = {}): Wish {
  return {
    what: path,
    differs: () => (existsSync(path) ? ownedOtherwise(path, { mode: 0o755, ...owned }) : 'is missing'),
    fulfil() {
      mkdirSync(path, { recursive: true });
      own(path, { mode: 0o755, ...owned });
    },
  };
}

interface Content extends Owned {
  readonly text: string;
  /** What has to be done when it has changed, such as telling who reads it. */
  readonly then?: () => void;
  /** It is only made when it is missing: afterwards it belongs to somebody else. */
  readonly isOnce?: boolean;
}

export function file(path: string, { text, then, isOnce = false, mode = 0o644, ...owned }: Content): Wish {
  return {
    what: path,
    differs() {
      if (!existsSync(path)) return 'is missing';
      if (!isOnce && readFileSync(path, 'utf8') !== text) return 'says something else';
      return isOnce ? undefined : ownedOtherwise(path, { mode, ...owned });
    },
    fulfil() {
      mkdirSync(dirname(path), { recursive: true });
      if (!existsSync(path) || (!isOnce && readFileSync(path, 'utf8') !== text))
        writeWhole(path, text, { mode });
      own(path, { mode, ...owned });
      then?.();
    },
  };
}

export function link(path: string, to: string): Wish {
  return {
    what: path,
    differs() {
      const found = linkAt(path);
      return found === to ? undefined : `leads to ${found ?? 'nothing'} instead of ${to}`;
    },
    fulfil() {
      rmSync(path, { force: true });
      symlinkSync(to, path);
    },
  };
}

export function linkAt(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

/** A secret that the machine makes up itself, the first time. */
export function secret(path: string, make: () => string, owned: Owned = {}): Wish {
  return {
    what: path,
    differs: () => (existsSync(path) ? ownedOtherwise(path, { mode: 0o400, ...owned }) : 'is missing'),
    fulfil() {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      if (!existsSync(path)) writeFileSync(path, make(), { mode: 0o400 });
      own(path, { mode: 0o400, ...owned });
    },
  };
}

/** What somebody else wrote: only whose it is, and who may read it, is looked at. */
export function kept(path: string, modes: readonly number[], owner = 'root'): Wish {
  return {
    what: path,
    differs() {
      const found = modes.map((mode) => ownedOtherwise(path, { owner, mode }));
      return found.includes(undefined) ? undefined : found[0];
    },
    fulfil: () => own(path, { owner, mode: modes[0] ?? 0o400 }),
  };
}

export function running(unit: string): Wish {
  return {
    what: unit,
    differs() {
      const [isEnabled, isActive] = ['is-enabled', 'is-active'].map(
        (word) => tell('systemctl', [word, unit]).said,
      );
      const wrong = [
        isEnabled === 'enabled' ? '' : 'is not enabled',
        isActive === 'active' || isRuledOut(unit) ? '' : 'does not run',
      ];
      return wrong.filter(Boolean).join(' and ') || undefined;
    },
    fulfil: () => void mustTell('systemctl', ['enable', '--now', '--quiet', unit]),
  };
}

/** By its own conditions, as the clock is in a container: it was asked to start and found that it is not for here. */
function isRuledOut(unit: string): boolean {
  const said = tell('systemctl', [
    'show',
    '-p',
    'ConditionResult',
    '-p',
    'ConditionTimestampMonotonic',
    unit,
  ]).said;
  return said.includes('ConditionResult=no') && !said.includes('ConditionTimestampMonotonic=0');
}

/** Started by something else than this, such as the first release. */
export function enabled(units: readonly string[]): Wish {
  const off = () => units.filter((unit) => tell('systemctl', ['is-enabled', unit]).said !== 'enabled');
  return {
    what: 'units',
    differs: () => (off().length === 0 ? undefined : `not enabled are ${off().join(', ')}`),
    fulfil: () => void mustTell('systemctl', ['enable', '--quiet', ...off()]),
  };
}

function ownedOtherwise(path: string, { owner = 'root', group = owner, mode }: Owned): string | undefined {
  const found = statSync(path);
  const is = tell('stat', ['-c', '%U:%G', path]).said;
  if (is !== `${owner}:${group}`) return `belongs to ${is} instead of ${owner}:${group}`;
  const bits = found.mode & 0o7777;
  return bits === mode ? undefined : `has the mode ${bits.toString(8)} instead of ${(mode ?? 0).toString(8)}`;
}

function own(path: string, { owner = 'root', group = owner, mode = 0o755 }: Owned): void {
  chownSync(path, idOf('passwd', owner), idOf('group', group));
  chmodSync(path, mode);
}

function idOf(database: 'passwd' | 'group', name: string): number {
  return Number(mustTell('getent', [database, name]).split(':')[2]);
}
