import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './instance.ts';
import { readIfThere } from './machine/files.ts';
import { matches } from './installed-packages.ts';
import { interruption } from './machine/interruption.ts';
import { alone } from './machine/lock.ts';
import { Obstacle } from './machine/obstacle.ts';
import { run } from './machine/run.ts';
import { type LockFile, missingFromLock, readLock } from './lock-fix.ts';
import type { Progress } from './terminal/progress.ts';

const stamp = join(repository, 'node_modules/.dhanman-lock');

/** Installs the npm packages when the lock file is another one than at the last complete installation. */
export async function installDependencies(progress: Progress): Promise<void> {
  if (isInstalled()) return;
  await progress.step('npm packages', () =>
    alone(join(repository, '.tools/npm.lock'), async () => {
      if (isInstalled()) return;
      rmSync(stamp, { force: true });
      const { code, output } = await run('npm', ['ci', '--no-audit', '--no-fund'], {
        cwd: repository,
        env: process.env,
        timeoutMs: 15 * 60_000,
        signal: interruption,
      });
      if (code !== 0) throw new Obstacle(whyItFailed(output));
      writeFileSync(stamp, lockDigest());
    }),
  );
}

function isInstalled(): boolean {
  if (readIfThere(stamp) === lockDigest()) return true;
  const list = readIfThere(join(repository, 'node_modules/.package-lock.json'));
  if (list === undefined || !matches(readLock(repository), JSON.parse(list) as LockFile)) return false;
  writeFileSync(stamp, lockDigest());
  return true;
}

function lockDigest(): string {
  return createHash('sha256')
    .update(readFileSync(join(repository, 'package-lock.json')))
    .digest('hex');
}

function whyItFailed(output: string): string {
  const said = output
    .split('\n')
    .filter((line) => !/^npm (warn|error A complete log)/.test(line))
    .slice(-15)
    .join('\n');
  if (/ENOSPC/.test(output))
    return 'The disk is full: `npm ci` needs about 700 MB. Free some space and run the same command again.';
  if (/EUSAGE/.test(output) && missingFromLock(readLock(repository)).size > 0) {
    return `The lock file lacks packages of other platforms, so \`npm ci\` refuses it. Run \`npm run lock:fix\` and commit the result.\n${said}`;
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET/.test(output)) {
    return `The npm registry cannot be reached. Check the network or the proxy settings (\`npm config get registry\`), then run the same command again.\n${said}`;
  }
  return `\`npm ci\` failed:\n${said}`;
}
