import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { alone } from './lock.ts';
import { Obstacle } from './obstacle.ts';
import { whereIs } from './programs.ts';

const lock = join(import.meta.dirname, '../../../.tools/apt.lock');
const script = join(import.meta.dirname, 'install-packages.sh');

/** How this user may install packages here; sudo may ask for a password only where somebody can type it. */
export function installer(): readonly string[] | undefined {
  if (whereIs('apt-get') === undefined) return undefined;
  if (process.getuid?.() === 0) return ['sh'];
  if (whereIs('sudo') === undefined) return undefined;
  const withoutPassword = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;
  if (withoutPassword) return ['sudo', '-n', 'sh'];
  return process.stdin.isTTY && process.stderr.isTTY ? ['sudo', 'sh'] : undefined;
}

/** Installs Debian or Ubuntu packages, one run of ours at a time; their daemons stay off. */
export async function installPackages(how: readonly string[], packages: readonly string[]): Promise<void> {
  await alone(lock, () => install(how, packages));
}

async function install(how: readonly string[], packages: readonly string[]): Promise<void> {
  const [command = 'sh', ...args] = how;
  const output = await new Promise<string>((resolve, reject) => {
    // The terminal stays connected: sudo asks for the password there.
    const child = spawn(command, [...args, script, ...packages], { stdio: ['inherit', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('error', reject);
    child.once('close', (code) =>
      resolve(code === 0 ? '' : Buffer.concat(chunks).toString('utf8') || `exit ${code ?? -1}`),
    );
  });
  if (output !== '') throw new Obstacle(whyItFailed(packages, output));
}

function whyItFailed(packages: readonly string[], output: string): string {
  const said = output.trimEnd().split('\n').slice(-12).join('\n');
  if (/No space left on device|not have enough free space/.test(output)) {
    return `The disk is too full to install ${packages.join(', ')}. Free about 1 GB and run the same command again.`;
  }
  if (/Unable to locate package/.test(output)) {
    return `This machine's package sources do not have all of ${packages.join(', ')}:\n${said}`;
  }
  return `Installing ${packages.join(', ')} failed:\n${said}`;
}
