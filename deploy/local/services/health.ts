import { portOf } from './service-process.ts';
import type { Service } from '../../topology.ts';
import type { Instance } from '../instance.ts';
import { lastWords, running } from '../machine/daemon.ts';
import { interruption } from '../machine/interruption.ts';
import { Obstacle } from '../machine/obstacle.ts';
import { until } from '../machine/wait.ts';

const deadlineMs = 60_000;

export interface Health {
  readonly status: string;
  readonly version: string;
}

/** What the service says of itself; `undefined` while it does not answer. */
export async function healthOf(service: Service): Promise<Health | undefined> {
  try {
    const address = `http://127.0.0.1:${portOf(service)}/health/ready`;
    const answer = await fetch(address, { signal: AbortSignal.timeout(3_000) });
    const { status, version } = (await answer.json()) as Partial<Health>;
    return { status: status ?? String(answer.status), version: version ?? '?' };
  } catch {
    return undefined;
  }
}

export async function awaitReady(instance: Instance, services: readonly Service[]): Promise<void> {
  const late = await Promise.all(services.map((service) => whyNotReady(instance, service)));
  const reasons = late.filter((reason) => reason !== undefined);
  if (reasons.length > 0) throw new Obstacle(reasons.join('\n\n'));
}

async function whyNotReady(instance: Instance, service: Service): Promise<string | undefined> {
  const isDead = (): boolean => running(instance, service.name) === undefined;
  const verdict = async (): Promise<'ready' | 'dead' | undefined> => {
    if (isDead()) return 'dead';
    const health = await healthOf(service);
    return health !== undefined && ['ok', 'degraded'].includes(health.status) ? 'ready' : undefined;
  };
  const outcome = await until(verdict, { deadlineMs, everyMs: 100, signal: interruption });
  if (outcome === 'ready') return undefined;
  const what =
    outcome === 'dead' ? 'ended instead of starting' : `was not ready after ${deadlineMs / 1000} s`;
  return `${service.name} ${what}. Its log ends with:\n${lastMessages(instance, service)}`;
}

/** JSON lines are for machines: a person reads their message, and other lines as they are. */
function lastMessages(instance: Instance, { name }: Service): string {
  return lastWords(instance, name, 5).split('\n').map(messageOf).join('\n');
}

function messageOf(line: string): string {
  try {
    const { level, message } = JSON.parse(line) as { level?: string; message?: string };
    return `  ${level ?? ''} ${message ?? line}`;
  } catch {
    return `  ${line}`;
  }
}
