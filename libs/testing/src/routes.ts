import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = resolve(import.meta.dirname, '../../../docs/api');

/** A route of a service as its committed document describes it. */
export interface Route {
  readonly id: string;
  readonly method: 'get' | 'post' | 'patch' | 'put' | 'delete';
  readonly path: string;
  /** Names of what stands in braces in the path. */
  readonly parameters: readonly string[];
  readonly takesBody: boolean;
  readonly takesVersion: boolean;
  readonly isPublic: boolean;
  /** What of this kind is shown leaves a trace of who looked. */
  readonly auditsRead: string | undefined;
  /** It answers with a file when it is asked for one. */
  readonly hasFormats: boolean;
}

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string }[];
  readonly requestBody?: unknown;
  readonly security?: readonly unknown[];
  readonly 'x-audits-read'?: string;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Partial<Record<Route['method'], Operation>>>>>;
}

/**
 * Every route of a service, from the document that a test of the service compares with the running one: a route that is
 * not in here cannot exist.
 */
export function routesOf(service: string): readonly Route[] {
  const text = readFileSync(join(folder, `${service}.openapi.json`), 'utf8');
  const { paths } = JSON.parse(text) as Document;
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      id: operation.operationId,
      method: method as Route['method'],
      path,
      parameters: [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name),
      takesBody: operation.requestBody !== undefined,
      takesVersion: operation.parameters?.some(({ name }) => name === 'If-Match') ?? false,
      isPublic: operation.security === undefined,
      auditsRead: operation['x-audits-read'],
      hasFormats: operation.parameters?.some(({ name }) => name === 'format') ?? false,
    })),
  );
}

/** Something a service holds for one company, by which its routes can be tried. */
export interface Examples {
  /** An id for each noun that has one in a path: `customers`, `invoices`. */
  readonly ids: Readonly<Record<string, string>>;
  /** A body that is accepted, by the id of the route that takes one. */
  readonly bodies: Readonly<Record<string, object>>;
}

export class ExampleMissing extends Error {
  override readonly name = 'ExampleMissing';
}

/** Examples of two kinds as one. */
export function together(one: Examples, other: Examples): Examples {
  return { ids: { ...one.ids, ...other.ids }, bodies: { ...one.bodies, ...other.bodies } };
}

/** The path with a company and ids in it. A noun without an example is an error: no route is left out by being new. */
export function filled({ id: route, path }: Route, companyId: string, { ids }: Examples): string {
  return path.replace(/([a-z-]+)\/\{(\w+)\}/g, (_, noun: string, name: string) => {
    const value = name === 'companyId' ? companyId : ids[noun];
    if (value === undefined)
      throw new ExampleMissing(`${route}: there is no example among "${noun}"; add its id to the examples.`);
    return `${noun}/${value}`;
  });
}

/** The body of the route, if it takes one. */
export function bodyFor({ id, takesBody }: Route, { bodies }: Examples): object | undefined {
  if (!takesBody) return undefined;
  const body = bodies[id];
  if (body === undefined) throw new ExampleMissing(`${id} takes a body; add one to the examples.`);
  return body;
}
