import { permissions } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import type { StartedService } from './service.js';
import { aToken } from './tokens.js';

interface Schema {
  readonly $ref?: string;
  readonly enum?: readonly string[];
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
}

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: Schema }>>;
  };
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

/** A route of a running service, as its own API document tells of it. */
export interface DocumentedRoute {
  readonly name: string;
  readonly query: readonly { readonly name: string; readonly values: readonly string[] }[];
  /** The fields its body may have; undefined when it takes none. */
  readonly fields: readonly string[] | undefined;
  /** Asks it as somebody who may do everything in one company, about things that do not exist. */
  ask(query?: Readonly<Record<string, string>>, body?: object): Promise<Response>;
}

/** Every route of the service that is behind the door, for tests that hold for all of them without naming one. */
export async function everyRoute({ url }: Pick<StartedService, 'url'>): Promise<readonly DocumentedRoute[]> {
  const document = (await (await fetch(`${url}/openapi.json`)).json()) as Document;
  const companyId = newId();
  const token = await aToken({ organizationId: newId(), companies: [companyId], permissions });
  return Object.entries(document.paths)
    .filter(([path]) => path.startsWith('/api/'))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        name: `${method.toUpperCase()} ${path}`,
        query: queryOf(operation),
        fields: fieldsOf(operation, document),
        ask: async (query: Readonly<Record<string, string>> = {}, body?: object) => {
          const address = path.replace('{companyId}', companyId).replaceAll(/\{\w+\}/g, () => newId());
          return fetch(`${url}${address}?${new URLSearchParams(query).toString()}`, {
            method: method.toUpperCase(),
            headers: {
              authorization: `Bearer ${token}`,
              'if-match': '"1"',
              ...(body && { 'content-type': 'application/json' }),
            },
            ...(body && { body: JSON.stringify(body) }),
          });
        },
      })),
    );
}

function queryOf({ parameters = [] }: Operation): DocumentedRoute['query'] {
  return parameters
    .filter((parameter) => parameter.in === 'query')
    .map(({ name, schema }) => ({ name, values: schema.enum ?? [] }));
}

function fieldsOf({ requestBody }: Operation, document: Document): readonly string[] | undefined {
  const schema = requestBody?.content['application/json']?.schema;
  return schema && Object.keys(resolved(schema, document).properties ?? {});
}

function resolved(schema: Schema, { components }: Document): Schema {
  const name = schema.$ref?.split('/').at(-1);
  return name === undefined ? schema : (components?.schemas?.[name] ?? {});
}
