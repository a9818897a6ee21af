import { applyDecorators, HttpCode, SetMetadata, type Type } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { z } from 'zod';

export interface Answer {
  readonly status: number;
  readonly schema: z.ZodType | null;
}

/** What the server below Nest knows of the route that handles a request. */
export interface ServedRoute {
  readonly answer: Answer;
  readonly controller: Type;
  readonly method: string;
}

export const answerKey = 'dhanman:answer';

/** What the route answers: the same schema documents, checks and strips the response. `null` is no content. */
export function Returns(schema: z.ZodType | null, status: number = schema ? 200 : 204): MethodDecorator {
  const answer: Answer = { status, schema };
  return (target, method, descriptor) => {
    const served: ServedRoute = { answer, controller: target.constructor as Type, method: String(method) };
    applyDecorators(HttpCode(status), SetMetadata(answerKey, answer), RouteConfig({ served }))(
      target,
      method,
      descriptor,
    );
  };
}
