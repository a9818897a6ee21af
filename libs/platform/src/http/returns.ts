import { applyDecorators, HttpCode, SerializeOptions, SetMetadata } from '@nestjs/common';
import type { z } from 'zod';

export interface Answer {
  readonly status: number;
  readonly schema: z.ZodType | null;
}

export const answerKey = 'dhanman:answer';

/** What the route answers: the same schema documents, checks and strips the response. `null` is no content. */
export const Returns = (schema: z.ZodType | null, status: number = schema ? 200 : 204) =>
  applyDecorators(
    HttpCode(status),
    SetMetadata(answerKey, { status, schema } satisfies Answer),
    ...(schema ? [SerializeOptions({ schema })] : []),
  );
