// Which instance of a service nginx sends people to.
import { readFileSync } from 'node:fs';
import { writeWhole } from '../../local/machine/files.ts';
import { Obstacle } from '../../local/machine/obstacle.ts';
import { until } from '../../local/machine/wait.ts';
import { upstream } from '../../generate/nginx/vhosts.ts';
import { notice } from '../../generate/text.ts';
import { issuer, type Service } from '../../topology.ts';
import type { Place } from './place.ts';

const deadlineMs = 15_000;
/** For requests under way in workers of before, which know only the instance that is about to end. */
const drainMs = 10_000;

/**
 * To the service itself, or to its second instance. In the second case the service stays as what is asked when the second
 * refuses: a machine that is switched off in the middle of a release comes back with the service alone.
 */
export async function lead(place: Place, service: Service, to: 'current' | 'next'): Promise<void> {
  const [current, next] = [place.ports(service, 'current'), place.ports(service, 'next')];
  const addresses = (own: number, second: number): readonly string[] =>
    to === 'current' ? [address(own)] : [address(second), `${address(own)} backup`];
  write(place, service.name, addresses(current.service, next.service));
  if (current.issuer !== undefined && next.issuer !== undefined)
    write(place, issuer.name, addresses(current.issuer, next.issuer));
  await reload(place);
}

const address = (port: number): string => `127.0.0.1:${String(port)}`;

function write(place: Place, name: string, addresses: readonly string[]): void {
  const text = upstream(place.environment, { name }, addresses);
  writeWhole(place.upstreamFile(name), `# ${notice}\n${text.trim()}\n`);
}

/** Returns when no worker of before takes new connections, and what they had taken is answered, or has had its time. */
async function reload(place: Place): Promise<void> {
  const master = Number(readFileSync(place.nginxPid, 'utf8'));
  const before = workersOf(master);
  process.kill(master, 'SIGHUP');
  const remaining = () => workersOf(master).filter((pid) => before.includes(pid));
  const over = await until(() => remaining().every(isLeaving) || undefined, { deadlineMs });
  if (over === undefined)
    throw new Obstacle('nginx did not take over its configuration: `nginx -t` and its error.log say why.');
  await until(() => remaining().length === 0 || undefined, { deadlineMs: drainMs });
}

const workersOf = (master: number): readonly string[] =>
  readFileSync(`/proc/${String(master)}/task/${String(master)}/children`, 'utf8')
    .split(' ')
    .filter(Boolean);

function isLeaving(pid: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('shutting down');
  } catch {
    return true; // it has left
  }
}
