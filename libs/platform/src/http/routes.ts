import type { Type } from '@nestjs/common';
import {
  METHOD_METADATA,
  PATH_METADATA,
  ROUTE_ARGS_METADATA,
  RouteParamtypes,
} from '@nestjs/common/internal';
import type { ModulesContainer } from '@nestjs/core';
import { z } from 'zod';
import { type Access, accessKey } from '../auth/requires.js';
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
  const all = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) ?? {}) as Readonly<
    Record<string, { readonly data?: string; readonly schema?: z.ZodType; readonly factory?: unknown }>
  >;
  return Object.entries(all)
    .filter(([, { factory }]) => factory === undefined)
    .map(([key, { data, schema }]) => ({
      in: places[Number(key.split(':')[0])] ?? 'other',
      name: data,
      schema,
    }));
}

/** What is missing on the routes, one sentence each; with any of them the service does not start. */
export function incompleteRoutes(routes: readonly Route[]): readonly string[] {
  return routes.flatMap((route) => {
    const name = `${route.controller.name}.${route.method}`;
    const missing = route.parameters.flatMap((parameter) => parameterComplaints(parameter));
    if (!route.access) missing.push('has neither @Requires nor @Public');
    if (!route.answer) missing.push('has no @Returns');
    return missing.map((what) => `${name} ${what}`);
  });
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

function refusesUnknownKeys(schema: z.ZodType): boolean {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const alternatives = json.anyOf ?? json.oneOf ?? [json];
  return alternatives.every(
    (one) => typeof one === 'object' && (one.type !== 'object' || one.additionalProperties === false),
  );
}
