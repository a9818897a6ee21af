import type * as Swagger from '@nestjs/swagger';
import type { INestApplication } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { Problem } from '@dhanman/contracts';
import type { ServiceDefinition } from '../service.js';
import { complete, type Document } from './openapi-completion.js';
import { type Route, routesOf } from './routes.js';

export type OpenApiDocument = Readonly<Record<string, unknown>>;

/** Where the committed documents stand; their version is that of the interface, not of the build. */
const interfaceVersion = '1.0.0';

/**
 * The OpenAPI document of a service, made from the same decorators that check requests and answers. The library that
 * makes it is loaded on first use: most processes are never asked.
 */
export async function openApiDocument(
  app: INestApplication,
  { name, title }: Pick<ServiceDefinition, 'name' | 'title'>,
): Promise<OpenApiDocument> {
  const swagger = await import('@nestjs/swagger');
  const routes = routesOf(app.get(ModulesContainer));
  for (const route of routes) describe(route, swagger);
  const builder = new swagger.DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(`Dhanman ${name}`)
    .setDescription(title)
    .setVersion(interfaceVersion)
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' });
  const document = swagger.SwaggerModule.createDocument(app, builder.build(), {
    operationIdFactory: (controller, method) => operationId(controller, method),
  });
  complete(document as unknown as Document, new Map(routes.map((route) => [operationIdOf(route), route])));
  return JSON.parse(JSON.stringify(document)) as OpenApiDocument;
}

const described = new WeakSet<object>();

function describe({ controller, method, handler, access, answer }: Route, swagger: typeof Swagger): void {
  if (described.has(handler)) return;
  described.add(handler);
  const descriptor = { value: handler } as TypedPropertyDescriptor<unknown>;
  const apply = (decorator: MethodDecorator): unknown =>
    decorator(controller.prototype as object, method, descriptor);
  if (answer) {
    apply(
      swagger.ApiResponse({
        status: answer.status,
        description: 'Done',
        ...(answer.schema && { standardSchema: answer.schema }),
      }),
    );
  }
  apply(swagger.ApiResponse({ status: 'default', description: 'Not done', standardSchema: Problem }));
  if (access === undefined || access === 'public') return;
  const needs =
    typeof access === 'object' ? `Needs the permission \`${access.permission}\`.` : enough[access];
  apply(swagger.ApiBearerAuth());
  apply(swagger.ApiOperation({ description: needs }));
}

const enough = {
  member: 'Needs no more than to be a member.',
  'signed-in': 'Needs no more than to be signed in.',
} as const;

function operationIdOf({ controller, method }: Route): string {
  return operationId(controller.name, method);
}

/** `CustomersController.create` → `customers.create`; it becomes the function name of generated clients. */
function operationId(controller: string, method: string): string {
  const noun = controller.replace(/Controller$/, '');
  return `${noun.charAt(0).toLowerCase()}${noun.slice(1)}.${method}`;
}
