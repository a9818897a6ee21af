import type { Route } from './routes.js';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly description?: string;
  readonly schema: object;
}

interface Content {
  readonly schema: { readonly $ref?: string };
}

interface Response {
  headers?: object;
  content?: Record<string, Content>;
}

export interface Operation {
  readonly operationId: string;
  summary?: string;
  parameters: Parameter[];
  requestBody?: { content: Record<string, Content> };
  readonly responses: Record<string, Response>;
  'x-audits-read'?: string;
}

export interface Document {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: {
    readonly schemas?: Record<string, { readonly properties?: Record<string, { type?: unknown }> }>;
  };
}

const id = { $ref: '#/components/schemas/Id' };

const ifMatch: Parameter = {
  name: 'If-Match',
  in: 'header',
  required: true,
  description: 'The ETag of the answer on which this change was decided.',
  schema: { type: 'string', pattern: '^"[1-9][0-9]*"$' },
};

const idempotency = (required: boolean): Parameter => ({
  name: 'Idempotency-Key',
  in: 'header',
  required,
  description:
    'A name, unique for this request, that you choose before you first send it: sent again under it, the request is not ' +
    'done again and is answered as the first time. Kept for seven days.',
  schema: {
    type: 'string',
    minLength: 1,
    maxLength: 255,
    examples: ['9f3c8a52-6d1e-4a7b-8c55-0e2b7a1d4f90'],
  },
});

/** What holds for every operation and the generator of documents does not know. */
export function complete(document: Document, routes: ReadonlyMap<string, Route>): void {
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      if (operation.summary === '') delete operation.summary;
      Object.assign(operation, readingOf(routes.get(operation.operationId)));
      operation.parameters.unshift(...undeclared(path, operation));
      if (takesIfMatch(routes.get(operation.operationId))) operation.parameters.push(ifMatch);
      operation.parameters.push(...idempotencyOf(method, routes.get(operation.operationId)));
      if (method === 'patch') alsoAs(operation.requestBody, 'application/merge-patch+json');
      completeAnswers(operation, document);
    }
  }
}

/** That it stays known who reads it, and what is written down as read. */
function readingOf(route: Route | undefined): Pick<Operation, 'x-audits-read'> {
  return route?.auditsRead ? { 'x-audits-read': route.auditsRead.entity } : {};
}

function idempotencyOf(method: string, route: Route | undefined): readonly Parameter[] {
  if (method !== 'post' || typeof route?.idempotency === 'object') return [];
  return [idempotency(route?.idempotency === 'required')];
}

function takesIfMatch(route: Route | undefined): boolean {
  return route?.parameters.some(({ in: place, name }) => place === 'header' && name === 'if-match') ?? false;
}

function completeAnswers({ responses }: Operation, document: Document): void {
  for (const [status, response] of Object.entries(responses)) {
    if (status === 'default') asProblem(response);
    else if (isVersioned(response, document)) response.headers = { ETag: { schema: { type: 'string' } } };
  }
}

/** The company of an address is checked by the guard before any handler, so that no handler declares it. */
function undeclared(path: string, { parameters }: Operation): readonly Parameter[] {
  const declared = new Set(parameters.filter((one) => one.in === 'path').map(({ name }) => name));
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return names
    .filter((name) => !declared.has(name))
    .map((name) => ({ name, in: 'path', required: true, schema: id }));
}

function asProblem(response: Response): void {
  const schema = response.content?.['application/json'];
  if (schema) response.content = { 'application/problem+json': schema };
}

function alsoAs(body: Operation['requestBody'], type: string): void {
  const content = body?.content['application/json'];
  if (body && content) body.content = { 'application/json': content, [type]: content };
}

function isVersioned(response: Response, { components }: Document): boolean {
  const { properties } = components.schemas?.[schemaNameOf(response)] ?? {};
  return properties?.['version']?.type === 'integer';
}

function schemaNameOf({ content }: Response): string {
  return content?.['application/json']?.schema.$ref?.split('/').at(-1) ?? '';
}
