import { RequestMethod, type Type } from '@nestjs/common';
import {
  METHOD_METADATA,
  PATH_METADATA,
  ROUTE_ARGS_METADATA,
  RouteParamtypes,
} from '@nestjs/common/internal';
import type { ModulesContainer } from '@nestjs/core';
import { z } from 'zod';
import { currentActor } from '../auth/actor.js';
import { type AuditedReading, auditsReadKey } from '../audit/audited-reading.js';
import { type Access, accessKey } from '../auth/requires.js';
import { idempotencyKey, type IdempotencyRule } from '../idempotency/idempotency.js';
import { type Answer, answerKey } from './returns.js';

export interface RouteParameter {
  readonly in: 'body' | 'query' | 'param' | 'header' | 'answer' | 'other';
  readonly name: string | undefined;
  readonly schema: z.ZodType | undefined;
}

export interface Route {
  readonly controller: Type;
  readonly method: string;
  readonly handler: (...args: never[]) => unknown;
  readonly access: Access | undefined;
  readonly answer: Answer | undefined;
  readonly parameters: readonly RouteParameter[];
  readonly verb: RequestMethod;
  readonly takesActor: boolean;
  readonly idempotency: IdempotencyRule | undefined;
  readonly auditsRead: AuditedReading | undefined;
}

/** Every HTTP route of the application, read from the decorators of its controllers. */
export function routesOf(modules: ModulesContainer): readonly Route[] {
  return [...modules.values()].flatMap((module) =>
    [...module.controllers.values()].flatMap(({ metatype }) => routesOfController(metatype as Type)),
  );
}

function routesOfController(controller: Type): readonly Route[] {
  const prototype = controller.prototype as Record<string, (...args: never[]) => unknown>;
  if (!Reflect.hasMetadata(PATH_METADATA, controller)) return [];
  return Object.getOwnPropertyNames(prototype)
    .filter(
      (method) => method !== 'constructor' && Reflect.hasMetadata(METHOD_METADATA, prototype[method] ?? {}),
    )
    .map((method) => {
      const handler = prototype[method] as Route['handler'];
      return {
        controller,
        method,
        handler,
        access: Reflect.getMetadata(accessKey, handler) as Access | undefined,
        answer: Reflect.getMetadata(answerKey, handler) as Answer | undefined,
        parameters: parametersOf(controller, method),
        verb: Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod,
        takesActor: argumentsOf(controller, method).some(({ factory }) => factory === currentActor),
        idempotency: Reflect.getMetadata(idempotencyKey, handler) as IdempotencyRule | undefined,
        auditsRead: Reflect.getMetadata(auditsReadKey, handler) as AuditedReading | undefined,
      };
    });
}

const places: Readonly<Partial<Record<number, RouteParameter['in']>>> = {
  [RouteParamtypes.BODY]: 'body',
  [RouteParamtypes.QUERY]: 'query',
  [RouteParamtypes.PARAM]: 'param',
  [RouteParamtypes.HEADERS]: 'header',
  [RouteParamtypes.RESPONSE]: 'answer',
};

/** What the handler takes from the request. Parameters with a factory of their own, such as the actor, are left out. */
export function parametersOf(controller: Type, method: string): readonly RouteParameter[] {
  return argumentsOf(controller, method)
    .filter(({ factory }) => factory === undefined)
    .map(({ key, data, schema }) => ({
      in: places[Number(key.split(':')[0])] ?? 'other',
      name: data,
      schema,
    }));
}

interface Argument {
  readonly key: string;
  readonly data?: string;
  readonly schema?: z.ZodType;
  readonly factory?: unknown;
}

function argumentsOf(controller: Type, method: string): readonly Argument[] {
  const all = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) ?? {}) as Readonly<
    Record<string, Omit<Argument, 'key'>>
  >;
  return Object.entries(all).map(([key, argument]) => ({ key, ...argument }));
}

/** What is missing on the routes, one sentence each; with any of them the service does not start. */
export function incompleteRoutes(routes: readonly Route[]): readonly string[] {
  return routes.flatMap((route) => {
    const name = `${route.controller.name}.${route.method}`;
    const missing = route.parameters.flatMap((parameter) => parameterComplaints(parameter));
    if (!route.access) missing.push('has neither @Requires nor @Public');
    if (!route.answer) missing.push('has no @Returns');
    missing.push(...idempotencyComplaints(route));
    return missing.map((what) => `${name} ${what}`);
  });
}

/** Clients send a POST again when they hear nothing; whoever lets that do everything twice has to say why it is right. */
function idempotencyComplaints({ verb, takesActor, idempotency }: Route): string[] {
  if (typeof idempotency === 'object' && idempotency.off.trim() === '')
    return ['has @Idempotency({ off }) without a reason'];
  if (verb !== RequestMethod.POST || takesActor || typeof idempotency === 'object') return [];
  return [
    'honours no Idempotency-Key: take @CurrentActor() and write as that actor, or say @Idempotency({ off: why })',
  ];
}

function parameterComplaints({ in: place, name, schema }: RouteParameter): string[] {
  if (place === 'answer') return [];
  if (place === 'header' && name !== undefined) return [];
  if (place === 'other' || place === 'header') return ['takes the raw request: name what it needs'];
  return schemaComplaints(name === undefined ? `@${place}` : `@${place} ${name}`, { name, schema });
}

function schemaComplaints(title: string, { name, schema }: Omit<RouteParameter, 'in'>): string[] {
  if (!schema) return [`takes ${title} without a schema`];
  const isLoose = name === undefined && !refusesUnknownKeys(schema);
  return isLoose ? [`takes ${title} with a schema that lets unknown fields pass`] : [];
}

type JsonSchema = z.core.JSONSchema.BaseSchema;

function refusesUnknownKeys(schema: z.ZodType): boolean {
  return isStrict(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }));
}

/** All the way down: a field smuggled into a line of a document is as bad as one in its head. */
function isStrict(schema: JsonSchema | boolean): boolean {
  if (typeof schema === 'boolean') return true;
  const isLoose = schema.properties !== undefined && schema.additionalProperties !== false;
  return !isLoose && innerSchemas(schema).every(isStrict);
}

function innerSchemas(schema: JsonSchema): readonly (JsonSchema | boolean)[] {
  const { properties = {}, $defs = {}, items, anyOf = [], oneOf = [], allOf = [] } = schema;
  const lists = [items ?? []].flat() as readonly (JsonSchema | boolean)[];
  return [...Object.values(properties), ...Object.values($defs), ...lists, ...anyOf, ...oneOf, ...allOf];
}
