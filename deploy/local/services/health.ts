import { portOf } from './service-process.ts';
import type { Service } from '../../topology.ts';
import type { Instance } from '../instance.ts';
import { lastWords, running } from '../machine/daemon.ts';
import { interruption } from '../machine/interruption.ts';
import { Obstacle } from '../machine/obstacle.ts';
import { until } from '../machine/wait.ts';

const deadlineMs = 60_000;
/** A service works without broker, cache or store, but on a first start these are only slower than it is. */
const completeWithinMs = 20_000;

export interface Health {
  readonly status: string;
  readonly version: string;
  /** The dependencies that do not answer. */
  readonly troubles: readonly string[];
}

interface Answer {
  readonly status?: string;
  readonly version?: string;
  readonly checks?: Readonly<Record<string, { readonly status?: string }>>;
}

/** What the service says of itself; `undefined` while it does not answer. */
export async function healthOf(service: Service): Promise<Health | undefined> {
  try {
    const address = `http://127.0.0.1:${portOf(service)}/health/ready`;
    const answer = await fetch(address, { signal: AbortSignal.timeout(3_000) });
    const { status = String(answer.status), version = '?', checks = {} } = (await answer.json()) as Answer;
    const troubles = Object.entries(checks).filter(([, check]) => check.status !== 'ok');
    return { status, version, troubles: troubles.map(([name]) => name) };
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
    const status = (await healthOf(service))?.status;
    const isEnough =
      status === 'ok' || (status === 'degraded' && performance.now() - begun > completeWithinMs);
    return isEnough ? 'ready' : undefined;
  };
  const begun = performance.now();
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
