// What an instance, and then the whole environment, must answer before a release goes on.
import { request } from 'node:https';
import { Obstacle } from '../../local/machine/obstacle.ts';
import { until } from '../../local/machine/wait.ts';
import { hostOf, issuer, serviceNamed, webApp } from '../../topology.ts';
import type { Machine } from './machine.ts';
import type { Part, Place } from './place.ts';

interface Health {
  readonly status: string;
  readonly version: string;
}

export interface Gate {
  readonly unit: string;
  readonly port: number;
  readonly version: string;
  readonly deadlineMs: number;
  /** A server that is away makes every instance poorer: it is enough to be no worse than the one before. */
  readonly enough: readonly string[];
  readonly signal?: AbortSignal | undefined;
}

export async function healthAt(port: number): Promise<Health | undefined> {
  try {
    const address = `http://127.0.0.1:${String(port)}/health/ready`;
    return (await (await fetch(address, { signal: AbortSignal.timeout(3_000) })).json()) as Health;
  } catch {
    return undefined;
  }
}

export async function passGate(machine: Machine, gate: Gate): Promise<void> {
  const { unit, port, version, deadlineMs, enough, signal } = gate;
  let last: Health | undefined;
  const verdict = await until(
    async () => {
      last = await healthAt(port);
      if (last?.version === version && enough.includes(last.status)) return 'ready';
      return (await machine.isRunning(unit)) ? undefined : 'ended';
    },
    { deadlineMs, everyMs: 100, ...(signal === undefined ? {} : { signal }) },
  );
  if (verdict === 'ready') return;
  const why =
    verdict === 'ended'
      ? 'ended instead of starting'
      : `is not ready after ${String(deadlineMs / 1000)} s (${last === undefined ? 'no answer' : `${last.version}: ${last.status}`})`;
  throw new Obstacle(`${unit} ${why}. It said:\n${await machine.lastWords(unit)}`);
}

/** Where nginx answers; a test has its own port and certificate. */
export interface Door {
  readonly port: number;
  readonly certificate?: string;
}

/** Asks through nginx, as people do. */
export async function smoke(
  place: Place,
  parts: readonly Part[],
  version: string,
  door: Door,
): Promise<void> {
  const hostNamed = (name: string): string => hostOf(place.environment, name);
  for (const part of parts) {
    if (part === 'web') await expectAt(door, hostNamed(webApp), '/', (body) => body.includes('<'));
    else await expectAt(door, hostNamed(part), '/health/ready', (body) => isVersion(body, version));
  }
  const issues = place.ports(serviceNamed('common'), 'current').issuer !== undefined;
  const configuration = `${issuer.path}/.well-known/openid-configuration`;
  if (parts.includes('common') && issues)
    await expectAt(door, hostNamed(webApp), configuration, (body) => body.includes('jwks_uri'));
}

async function expectAt(
  door: Door,
  host: string,
  path: string,
  isRight: (body: string) => boolean,
): Promise<void> {
  const { status, body } = await ask(door, host, path);
  if (status !== 200 || !isRight(body))
    throw new Obstacle(`https://${host}${path} answers ${String(status)}: ${body.slice(0, 300)}`);
}

function isVersion(body: string, version: string): boolean {
  try {
    return (JSON.parse(body) as Health).version === version;
  } catch {
    return false;
  }
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

function ask({ port, certificate }: Door, host: string, path: string): Promise<Answer> {
  const trust = certificate === undefined ? {} : { ca: certificate };
  const to = { host: '127.0.0.1', port, servername: host, path, headers: { host }, agent: false, ...trust };
  return new Promise((resolve, reject) => {
    const asked = request({ ...to, timeout: 10_000 }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }),
      );
    });
    asked.on('timeout', () => asked.destroy(new Error('no answer for ten seconds')));
    asked.on('error', (error) =>
      reject(new Obstacle(`https://${host}${path} does not answer: ${error.message}`)),
    );
    asked.end();
  });
}
