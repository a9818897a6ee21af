import { isFile } from '../audit/audits-read.js';
import { newId } from '@dhanman/kernel';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import { isIP, type Socket } from 'node:net';
import { correlation, type Correlation } from '../correlation.js';
import type { Logger } from '../observability/logger.js';
import { asPromised } from './answer.js';
import { bodyLimitOf } from './body-up-to.js';
import type { RepeatableRequest } from '../idempotency/idempotency.js';
import { answerProblem, isProblem } from './problem.filter.js';

const bodyLimitBytes = 1_048_576;
/** Longer than nginx keeps an idle connection to us, so that it never sends into one we are closing. */
const keepAliveMs = 75_000;

/** Ids others may hand us: enough for a UUID or a trace id, nothing that could break a log line or a header. */
const wellFormedId = /^[A-Za-z0-9][A-Za-z0-9._-]{7,127}$/;

/** The HTTP server below Nest: limits, ids and headers that hold for every request, known route or not. */
export function httpAdapter(logger: Logger, isTrusted: (address: string) => boolean): FastifyAdapter {
  const options = {
    bodyLimit: bodyLimitBytes,
    keepAliveTimeout: keepAliveMs,
    requestTimeout: 30_000,
    routerOptions: { maxParamLength: 200 },
    // One hop: our own proxy. What a client writes into X-Forwarded-For is never believed.
    trustProxy: (address: string, hop: number) => hop === 0 && isTrusted(address),
    genReqId: ({ headers }: IncomingMessage) => acceptable(headers['x-request-id']) ?? newId(),
    frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) =>
      answerProblem(error, request, reply, logger),
    clientErrorHandler: (error: NodeJS.ErrnoException, socket: Socket) => refuseUnreadable(error, socket),
    // No route may have middleware in front of it: middleware sees the path before routing and has been bypassed.
    skipMiddie: true,
  };
  return new FastifyAdapter(
    options as ConstructorParameters<typeof FastifyAdapter>[0],
  ) as unknown as FastifyAdapter;
}

/** Nest and its adapter disagree on the generics of Fastify's types; this is the one both mean. */
export type HttpServer = ReturnType<ReturnType<NestFastifyApplication['getHttpAdapter']>['getInstance']>;

export type AfterRequest = (request: FastifyRequest, reply: FastifyReply, done: () => void) => void;

/**
 * On every answer. Nothing here is a page, so nothing may be loaded, framed or guessed; nginx says the same once more
 * for what it answers itself.
 */
export const always = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-site',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const;

export interface Around {
  readonly afterwards: AfterRequest;
  /** Waited for before an answer leaves. */
  readonly beforeAnswer: (request: FastifyRequest, answer: unknown) => Promise<void>;
  readonly isStopping: () => boolean;
}

type Tracked = FastifyRequest & { correlation: Correlation };

/** Registers what happens around every request. Must run before Nest adds its routes. */
export function aroundRequests(server: HttpServer, { afterwards, beforeAnswer, isStopping }: Around): void {
  // JSON only. A text or form body would be one a foreign page can send without asking first.
  server.removeContentTypeParser('text/plain');
  server.addContentTypeParser(
    'application/merge-patch+json',
    { parseAs: 'string' },
    server.getDefaultJsonParser('error', 'error'),
  );
  server.addHook('onRequest', (request, reply, done) => {
    const correlationId = acceptable(request.headers['x-correlation-id']) ?? request.id;
    const context: Correlation = { requestId: request.id, correlationId, ...from(request.ip) };
    (request as Tracked).correlation = context;
    void reply.headers({ ...always, 'x-request-id': request.id, 'x-correlation-id': correlationId });
    correlation.run(context, done);
  });
  // Reading the body loses the async context: its events belong to the socket, not to this request.
  server.addHook('preValidation', (request, _reply, done) =>
    correlation.run((request as Tracked).correlation, done),
  );
  server.addHook('preSerialization', async (request, reply, payload: unknown) => {
    // The last answer on a connection says so: a client that hears it goes elsewhere instead of into a closing door.
    if (isStopping()) void reply.header('connection', 'close');
    if (isProblem(reply)) return payload;
    const promised = asPromised(request, payload);
    const { version } = (promised ?? {}) as { version?: unknown };
    if (typeof version === 'number') void reply.header('etag', `"${version}"`);
    tellRepeated(request as RepeatableRequest, reply);
    await beforeAnswer(request, promised);
    return promised;
  });
  // Files are not serialized: this is the last place before their first byte.
  server.addHook('onSend', (request, _reply, payload, done) => {
    if (isFile(payload)) beforeAnswer(request, payload).then(() => done(null, payload), done);
    else done(null, payload);
  });
  server.addHook('onResponse', (request, reply, done) =>
    correlation.run((request as Tracked).correlation, () => afterwards(request, reply, done)),
  );
  offerOtherMethods(server);
  allowLargerBodies(server);
}

/** A key that no transaction looked at would be a promise broken in silence, so that it is found at the first request. */
function tellRepeated({ attempt, routeOptions }: RepeatableRequest, reply: FastifyReply): void {
  if (!attempt) return;
  if (!attempt.hasBegun)
    throw new Error(`${routeOptions.url ?? ''} took an Idempotency-Key and wrote nothing as its actor.`);
  if (attempt.isReplay) void reply.header('idempotent-replayed', 'true');
}

function allowLargerBodies(server: HttpServer): void {
  server.addHook('onRoute', (route) => {
    const limit = bodyLimitOf(route.config);
    if (limit !== undefined) route.bodyLimit = limit;
  });
}

/** An address that exists for other methods answers 405 and names them, instead of 404. */
function offerOtherMethods(server: HttpServer): void {
  const routes = new Map<string, { readonly pattern: RegExp; readonly methods: Set<string> }>();
  server.addHook('onRoute', ({ url, method }) => {
    const known = routes.get(url) ?? { pattern: patternOf(url), methods: new Set() };
    for (const name of [method].flat()) known.methods.add(name);
    routes.set(url, known);
  });
  server.addHook('onRequest', (request, reply, done) => {
    if (!request.is404) {
      done();
      return;
    }
    const path = request.url.split('?')[0] ?? '';
    const others = [...routes.values()].filter(({ pattern }) => pattern.test(path));
    if (others.length === 0) {
      done();
      return;
    }
    const methods = new Set(others.flatMap((route) => [...route.methods]));
    void reply.header('allow', [...methods].sort().join(', '));
    done(new MethodNotAllowed());
  });
}

class MethodNotAllowed extends Error {
  readonly code = 'FST_METHOD_NOT_ALLOWED';
  readonly statusCode = 405;
}

function patternOf(url: string): RegExp {
  const source = url.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:[A-Za-z]+/g, '[^/]+');
  return new RegExp(`^${source}$`);
}

/** A proxy may have written anything at all; only an address is kept. */
function from(ip: string): { readonly address?: string } {
  return isIP(ip) === 0 ? {} : { address: ip };
}

function acceptable(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' && wellFormedId.test(header) ? header : undefined;
}

/** Bytes that are not HTTP: there is no request to answer to, so the answer is written by hand. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, code] = unreadable[error.code ?? ''] ?? [400, 'malformed-request'];
  const body = JSON.stringify({
    type: `urn:dhanman:problem:${code}`,
    title: 'The request is not correct',
    ...{ status, code, detail: 'The request cannot be read.', traceId: newId() },
  });
  socket.end(
    `HTTP/1.1 ${status} Bad Request\r\ncontent-type: application/problem+json\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}

const unreadable: Readonly<Record<string, readonly [number, string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'headers-too-large'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'request-timeout'],
};
