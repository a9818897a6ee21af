import { request as requestPlain, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { Agent, request as requestEncrypted } from 'node:https';
import type { Site } from './site.ts';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface Question {
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: Buffer | string;
  /** The name asked for in the TLS handshake when it is not the host; no certificate would fit both, so none is checked. */
  readonly serverName?: string;
}

/** One HTTPS request to a host of the site; the path travels exactly as given. */
export function ask(site: Site, host: string, path: string, question: Question = {}): Promise<Answer> {
  const { method = 'GET', headers = {}, body, serverName } = question;
  return exchange((receive) =>
    requestEncrypted(
      {
        host: '127.0.0.1',
        port: site.httpsPort,
        servername: serverName ?? host,
        ca: site.certificate,
        rejectUnauthorized: serverName === undefined,
        agent: new Agent(),
        method,
        path,
        headers: { host, ...headers },
      },
      receive,
    ).end(body),
  );
}

/** The same without encryption. */
export function askPlainly(site: Site, host: string, path: string): Promise<Answer> {
  return exchange((receive) =>
    requestPlain({ host: '127.0.0.1', port: site.httpPort, path, headers: { host } }, receive).end(),
  );
}

/** All at once; counts the answers by status. */
export async function storm(count: number, once: (index: number) => Promise<Answer>): Promise<Record<number, number>> {
  const counts: Record<number, number> = {};
  const answers = await Promise.all(Array.from({ length: count }, (_, index) => once(index)));
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

function exchange(send: (receive: (response: IncomingMessage) => void) => NodeJS.EventEmitter): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = send((response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const { statusCode = 0, headers } = response;
        resolve({ status: statusCode, headers, body: Buffer.concat(chunks).toString() });
      });
    });
    request.on('error', reject);
  });
}
