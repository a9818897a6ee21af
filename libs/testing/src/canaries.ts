import { until } from './until.js';
import type { SpawnedService } from './service.js';

/** Numbers and secrets in the forms people and programs have them; none may ever be found in a log. */
export const canaries = [
  'ABCPE1234F',
  '27ABCPE1234F1Z5',
  '234567890123',
  '2345 6789 0123',
  '9876543210',
  '+91 98765 43210',
  'canary@example.com',
  '50100123456789',
  'HDFC0001234',
  'postgres://canary:hunter2@db/x',
  'password=hunter2',
  'Bearer hunter2hunter2',
  'one\ntwo\u001b[31mred',
] as const;

const traces =
  /ABCPE1234F|234567890123|2345 6789|9876543210|98765 43210|canary@|50100123456789|HDFC0001234|hunter2/;

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

interface Caller {
  readonly token: string;
  readonly companyId: string;
}

/**
 * Sends every canary to every route of the service, in the address, the query, the headers and the body, and gives back
 * what was answered and how often.
 */
export async function releaseCanaries({ process }: SpawnedService, caller: Caller) {
  const document = (await (await fetch(`${process.url}/openapi.json`)).json()) as OpenApi;
  const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ method, path })),
  );
  const statuses = new Set<number>();
  for (const canary of canaries) {
    for (const { method, path } of [...routes, { method: 'get', path: '/no-such/{canary}' }])
      statuses.add(await send(process.url, { method, path, canary, ...caller }));
  }
  return { statuses: [...statuses], sent: canaries.length * routes.length };
}

/** What the service has written, once there is a line for so many requests. */
export function logOf({ process }: SpawnedService, requests: number): Promise<string> {
  return until(
    () => (process.output.match(/"message":"request"/g) ?? []).length >= requests && process.output,
  );
}

/** The lines in which somebody's data can be read. */
export function tracesIn(log: string): readonly string[] {
  return log.split('\n').filter((line) => traces.test(line));
}

interface Canary extends Caller {
  readonly method: string;
  readonly path: string;
  readonly canary: string;
}

async function send(url: string, { method, path, canary, token, companyId }: Canary): Promise<number> {
  const encoded = encodeURIComponent(canary);
  const address = path.replace('{companyId}', companyId).replaceAll(/\{\w+\}/g, encoded);
  const named = { name: canary, gstin: canary, [canary]: canary, email: canary, password: canary };
  const { status } = await fetch(`${url}${address}?q=${encoded}&${encoded}=${encoded}`, {
    method: method.toUpperCase(),
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'x-request-id': encoded,
      'x-correlation-id': encoded,
      'if-match': `"${encoded}"`,
      'idempotency-key': encoded,
      'x-forwarded-for': encoded,
      'user-agent': encoded,
      cookie: `session=${encoded}`,
    },
    ...(method === 'get' ? {} : { body: JSON.stringify({ ...named, lines: [canary] }) }),
  });
  return status;
}
