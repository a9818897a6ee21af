import type { Problem } from '@dhanman/contracts';

/** A service refused, and said why in the one shape of every error answer. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';

  constructor(readonly problem: Problem) {
    super(problem.detail || problem.title);
  }
}

/** No answer, or one that is not a service's: a dead network, a proxy's error page, a captive portal. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** One operation of a service; the type parameters carry what it takes and what it answers. */
export interface Operation<Data, Body> {
  readonly service: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** Exists for the compiler only. */
  readonly types?: { readonly data: Data; readonly body: Body };
}

/** What the caller fills in: body, path, query and required headers, each only where the operation has it. */
export type RequestOf<Data> = Lenient<Omit<Data, 'url'>>;

/** What is left out may also be given as undefined: on the wire it is the same. */
type Lenient<T> = T extends object
  ? { readonly [Key in keyof T]: Lenient<T[Key]> | (object extends Pick<T, Key> ? undefined : never) }
  : T;

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** The same key for every attempt at one creation or payment, so that it is done once. */
  readonly idempotencyKey?: string;
}

export interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
  readonly etag: string | undefined;
}

export interface ClientOptions {
  readonly baseUrl: (service: string) => string;
  /** Headers of every request, such as who asks. */
  readonly headers?: () => Readonly<Record<string, string>>;
  readonly onAnswer?: (answer: Response) => void;
  readonly fetch?: typeof fetch;
}

type Values = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Parts {
  readonly path?: Values;
  readonly query?: Values;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export type Client = ReturnType<typeof createClient>;

export interface Download {
  readonly name: string;
  readonly content: Blob;
}

export function createClient({ baseUrl, headers, onAnswer, fetch: send = fetch }: ClientOptions) {
  /** Sends once. Whether a failed request may be repeated only the caller knows. */
  return async function call<Data, Body>(
    operation: Operation<Data, Body>,
    request: RequestOf<Data>,
    options: CallOptions = {},
  ): Promise<Answer<Body>> {
    const parts = request as Parts;
    const init = { method: operation.method, ...content(operation.method, parts.body) };
    const answer = await send(addressOf(operation, parts, baseUrl), {
      ...init,
      headers: {
        accept: 'application/json, application/problem+json',
        ...headers?.(),
        ...parts.headers,
        ...init.headers,
        ...(options.idempotencyKey !== undefined && { 'idempotency-key': options.idempotencyKey }),
      },
      ...(options.signal && { signal: options.signal }),
    }).catch(unlessAborted);
    onAnswer?.(answer);
    return read<Body>(answer);
  };
}

/** The same operations, where they can also answer with a file. */
export function createDownload({ baseUrl, headers, onAnswer, fetch: send = fetch }: ClientOptions) {
  return async function download<Data, Body>(
    operation: Operation<Data, Body>,
    request: RequestOf<Data>,
  ): Promise<Download> {
    const address = addressOf(operation, request, baseUrl);
    const answer = await send(address, { headers: { ...headers?.() } }).catch(unlessAborted);
    onAnswer?.(answer);
    const [, name] = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '') ?? [];
    // Whatever is no file is a refusal, or not from the service at all.
    if (name === undefined) {
      await read(answer);
      throw new NoAnswer('The service sent no file.');
    }
    return { name, content: await answer.blob().catch((error: unknown) => unlessAborted(error)) };
  };
}

export function addressOf(
  { service, path }: Pick<Operation<never, never>, 'service' | 'path'>,
  parts: Pick<Parts, 'path' | 'query'>,
  baseUrl: ClientOptions['baseUrl'],
): string {
  return baseUrl(service) + fill(path, parts.path ?? {}) + search(parts.query ?? {});
}

export async function read<Body>(answer: Response): Promise<Answer<Body>> {
  const [type = ''] = (answer.headers.get('content-type') ?? '').split(';');
  const etag = answer.headers.get('etag') ?? undefined;
  if (answer.status === 204) return { status: 204, body: undefined as Body, etag };
  if (!/^application\/(?:[\w.-]+\+)?json$/.test(type))
    throw new NoAnswer(`${answer.status} with ${type || 'no body'}`);
  const body: unknown = await answer.json().catch((error: unknown) => unlessAborted(error));
  if (type === 'application/problem+json') throw new RequestRefused(body as Problem);
  return { status: answer.status, body: body as Body, etag };
}

/** Whoever aborts wants to see exactly that; every other failure of the network means the same. */
export function unlessAborted(error: unknown): never {
  if (error instanceof DOMException && error.name === 'AbortError') throw error;
  throw new NoAnswer('The connection failed.', { cause: error });
}

function content(method: string, body: unknown): { headers: Record<string, string>; body?: string } {
  if (body === undefined) return { headers: {} };
  const type = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
  return { headers: { 'content-type': type }, body: JSON.stringify(body) };
}

function fill(path: string, values: Values): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new TypeError(`${path} needs "${name}"`);
    return encodeURIComponent(value);
  });
}

function search(query: Values): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  if (given.length === 0) return '';
  const text = Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
  return `?${new URLSearchParams(text).toString()}`;
}
