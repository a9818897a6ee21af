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
  /** Connections to share; without it each request makes its own. */
  readonly agent?: Agent;
}

/** One HTTPS request to a host of the site; the path travels exactly as given. */
export function ask(site: Site, host: string, path: string, question: Question = {}): Promise<Answer> {
  const { method = 'GET', headers = {}, body, serverName, agent = new Agent() } = question;
  return exchange((receive) =>
    requestEncrypted(
      {
        host: '127.0.0.1',
        port: site.httpsPort,
        servername: serverName ?? host,
        ca: site.certificate,
        rejectUnauthorized: serverName === undefined,
        agent,
        method,
        path,
        headers: { host, ...headers },
      },
      receive,
    ).end(body),
  );
}

/** The same without encryption. */
export function askPlainly(
  site: Pick<Site, 'httpPort'>,
  host: string,
  path: string,
  { method = 'GET', headers = {}, body }: Pick<Question, 'method' | 'headers' | 'body'> = {},
): Promise<Answer> {
  return exchange((receive) =>
    requestPlain(
      { host: '127.0.0.1', port: site.httpPort, method, path, headers: { host, ...headers } },
      receive,
    ).end(body),
  );
}

export interface Storm {
  /** How many answers there were of each status. */
  readonly answers: Readonly<Record<number, number>>;
  readonly seconds: number;
}

/** As many requests at once as fifty connections carry. */
export async function storm(
  count: number,
  once: (index: number, agent: Agent) => Promise<Answer>,
): Promise<Storm> {
  const answers: Record<number, number> = {};
  const agent = new Agent({ keepAlive: true, maxSockets: 50 });
  const started = performance.now();
  for (const { status } of await Promise.all(
    Array.from({ length: count }, (_, index) => once(index, agent)),
  )) {
    answers[status] = (answers[status] ?? 0) + 1;
  }
  agent.destroy();
  return { answers, seconds: (performance.now() - started) / 1_000 };
}

export interface OpenStream {
  readonly status: number;
  readonly first: string;
  close(): void;
}

/** Server-sent events of a run; the stream stays open until it is closed. */
export function openStream(site: Site, host: string, headers: OutgoingHttpHeaders = {}): Promise<OpenStream> {
  const path = '/api/v1/companies/1/runs/7/stream';
  return new Promise((resolve, reject) => {
    const request = requestEncrypted(
      {
        ...{ host: '127.0.0.1', port: site.httpsPort, servername: host, ca: site.certificate },
        ...{ agent: new Agent(), path, headers: { host, ...headers } },
      },
      (response) => {
        const { statusCode = 0 } = response;
        const close = () => void request.destroy();
        response.on('error', () => undefined); // ours: the stream has no other end
        response.once('data', (chunk: Buffer) =>
          resolve({ status: statusCode, first: chunk.toString(), close }),
        );
      },
    );
    request.on('error', reject).end();
  });
}

function exchange(
  send: (receive: (response: IncomingMessage) => void) => NodeJS.EventEmitter,
): Promise<Answer> {
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
