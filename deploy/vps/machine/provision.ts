import { readFileSync } from 'node:fs';
import { Obstacle } from '../../local/machine/obstacle.ts';
import { requireLoki } from './logs.ts';
import { plan, type Wanted } from './plan.ts';
import { requireGiven } from './secrets.ts';
import { bringAbout } from './wish.ts';

/** How many pieces were, or with `isCheck` are, not as they shall be. */
export async function provision(wanted: Wanted, isCheck: boolean): Promise<number> {
  requireSystem(readFileSync('/etc/os-release', 'utf8'));
  if (process.getuid?.() !== 0) throw new Obstacle('Only root can set up a machine.');
  for (const environment of wanted.environments) requireGiven(environment);
  requireLoki();
  // What is made is for other accounts to read, unless it says otherwise.
  process.umask(0o022);
  const found = await bringAbout(plan(wanted), {
    isCheck,
    say: ({ what, difference }) => console.log(`${what}: ${difference}`),
  });
  return found.length;
}

const known = [
  ['debian', '12'],
  ['ubuntu', '22.04'],
  ['ubuntu', '24.04'],
] as const;

export function requireSystem(release: string): void {
  const said = (key: string): string => new RegExp(`^${key}="?([^"\n]*)`, 'm').exec(release)?.[1] ?? '';
  if (known.some(([id, version]) => said('ID') === id && said('VERSION_ID') === version)) return;
  const names = known.map((one) => one.join(' ')).join(', ');
  throw new Obstacle(`This is ${said('PRETTY_NAME') || 'an unknown system'}; known are ${names}.`);
}
