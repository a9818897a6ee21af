// Programs that only tests need; people who only run the product never install them.
import { join } from 'node:path';
import { repository } from '../instance.ts';
import { alone } from '../machine/lock.ts';
import { Obstacle } from '../machine/obstacle.ts';
import { installer, installPackages } from '../machine/packages.ts';
import { whereIs } from '../machine/programs.ts';
import type { Progress } from '../terminal/progress.ts';

export type Tools = 'infra' | 'browser';

type Tool = { readonly programs: readonly string[]; readonly package: string };

const tools: Readonly<Record<Tools, readonly Tool[]>> = {
  infra: [
    { programs: ['openssl'], package: 'openssl' },
    { programs: ['systemd-analyze'], package: 'systemd' },
    { programs: ['systemd-nspawn'], package: 'systemd-container' },
    { programs: ['dbus-daemon'], package: 'dbus' },
    { programs: ['debootstrap'], package: 'debootstrap' },
    { programs: ['promtool'], package: 'prometheus' },
    { programs: ['amtool'], package: 'prometheus-alertmanager' },
  ],
  browser: [{ programs: ['chromium', 'chromium-browser', 'google-chrome'], package: 'chromium' }],
};

export async function installTools(which: Tools, progress: Progress): Promise<void> {
  const missing = missingPackages(which, (program) => whereIs(program) !== undefined);
  if (missing.length === 0) return;
  const how = installer();
  if (how === undefined) {
    throw new Obstacle(
      `These tests need ${missing.join(', ')}. Install them (apt-get install ${missing.join(' ')}) and run again.`,
    );
  }
  await progress.step(`install ${missing.join(', ')}`, () =>
    alone(join(repository, '.dhanman/packages.lock'), () => installPackages(how, missing)),
  );
}

export function missingPackages(which: Tools, has: (program: string) => boolean): readonly string[] {
  return tools[which].filter(({ programs }) => !programs.some(has)).map((tool) => tool.package);
}
