// A fresh Debian 12, as a provider hands one out: made once from the mirror, with the packages at hand that provisioning
// will ask for, because the container itself reaches no network. Made before the tests, by make-debian.ts: it takes minutes.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { neededPackages } from '../../vps/machine/plan.ts';

const mirror = 'http://deb.debian.org/debian';
/** What a provider's image has besides the least. */
const usual = ['systemd', 'systemd-sysv', 'dbus', 'ca-certificates', 'iproute2', 'locales', 'openssh-server'];
const fetched = [...neededPackages, 'certbot'];

const stamp = createHash('sha256')
  .update([...usual, ...fetched].join())
  .digest('hex');
/** Other packages make another tree. */
const tree = join(tmpdir(), `dhanman-debian-12-${stamp.slice(0, 8)}`);
const refused = `${tree}.refused`;

export function debian(): string {
  return tree;
}

/** The reason when there is none. */
export function whyNoDebian(): string | undefined {
  if (existsSync(tree)) return undefined;
  const reason = existsSync(refused) ? readFileSync(refused, 'utf8') : 'nobody made one';
  return `there is no Debian to start from, ${reason}: node deploy/test/systemd/make-debian.ts`;
}

/** In the time given, or not at all. */
export function makeDebian(deadlineMs: number): void {
  if (existsSync(tree)) return;
  const until = performance.now() + deadlineMs;
  const unfinished = mkdtempSync(join(tmpdir(), 'dhanman-debian-'));
  const steps: readonly (readonly [program: string, ...args: readonly string[]])[] = [
    ['debootstrap', '--variant=minbase', `--include=${usual.join(',')}`, 'bookworm', unfinished, mirror],
    ['chroot', unfinished, 'apt-get', 'update', '-q'],
    [
      ...(['chroot', unfinished, 'apt-get', 'install', '-y', '-q', '--download-only'] as const),
      ...['--no-install-recommends', ...fetched],
    ],
  ];
  for (const [place, step] of steps.entries()) {
    if (place === 1) copyFileSync('/etc/resolv.conf', join(unfinished, 'etc/resolv.conf'));
    const reason = failureOf(step, Math.floor(until - performance.now()));
    if (reason === undefined) continue;
    writeFileSync(refused, reason);
    rmSync(unfinished, { recursive: true });
    return;
  }
  renameSync(unfinished, tree);
  rmSync(refused, { force: true });
}

function failureOf(
  [program, ...args]: readonly [program: string, ...args: readonly string[]],
  timeout: number,
): string | undefined {
  if (timeout <= 0) return 'the time was up';
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', timeout });
  if (status === 0) return undefined;
  const last = `${stdout}\n${stderr}`.trim().split('\n').at(-1) ?? '';
  return `${program} failed (${error?.message ?? last})`;
}
