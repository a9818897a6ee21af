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
export interface Operation<Request, Answer> {
  readonly service: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** Exists for the compiler only. */
  readonly types?: { readonly request: Request; readonly answer: Answer };
}

/** The parts of a generated request type that the caller fills in. */
export type RequestOf<Data> = Pick<Data, Extract<keyof Data, 'body' | 'path' | 'query'>>;

/** What an operation answers: every body that is not a problem. */
export type AnswerOf<Responses, Errors = never> =
  Responses[keyof Responses] | Exclude<Errors[keyof Errors], Problem>;

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Version of what is changed, as the ETag of the answer it was read from. */
  readonly ifMatch?: string;
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

interface Parts {
  readonly path?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

export type Client = ReturnType<typeof createClient>;

export function createClient({ baseUrl, headers, onAnswer, fetch: send = fetch }: ClientOptions) {
  /** Sends once. Whether a failed request may be repeated only the caller knows. */
  return async function call<Request, Body>(
    operation: Operation<Request, Body>,
    request: Request,
    options: CallOptions = {},
  ): Promise<Answer<Body>> {
    const { path, query, body } = request as Parts;
    const url = baseUrl(operation.service) + fill(operation.path, path ?? {}) + search(query ?? {});
    const answer = await send(url, {
      method: operation.method,
      headers: {
        accept: 'application/json, application/problem+json',
        ...headers?.(),
        ...contentOf(operation, body),
        ...(options.ifMatch !== undefined && { 'if-match': options.ifMatch }),
        ...(options.idempotencyKey !== undefined && { 'idempotency-key': options.idempotencyKey }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(options.signal && { signal: options.signal }),
    }).catch(unlessAborted);
    onAnswer?.(answer);
    return read<Body>(answer);
  };
}

async function read<Body>(answer: Response): Promise<Answer<Body>> {
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
function unlessAborted(error: unknown): never {
  if (error instanceof DOMException && error.name === 'AbortError') throw error;
  throw new NoAnswer('The connection failed.', { cause: error });
}

function contentOf(
  { method }: Pick<Operation<unknown, unknown>, 'method'>,
  body: unknown,
): Record<string, string> {
  if (body === undefined) return {};
  return { 'content-type': method === 'PATCH' ? 'application/merge-patch+json' : 'application/json' };
}

function fill(path: string, values: Readonly<Record<string, unknown>>): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new TypeError(`${path} needs "${name}"`);
    return encodeURIComponent(String(value));
  });
}

function search(query: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  if (given.length === 0) return '';
  const text = Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
  return `?${new URLSearchParams(text).toString()}`;
}
