import { SetMetadata } from '@nestjs/common';
import { Attempt, fingerprintOf } from './attempt.js';
import { IdempotencyKeyWrong } from './errors.js';

/** `required`: a request without a key is refused. `off`: the key is not looked at, for the reason given. */
export type IdempotencyRule = 'required' | { readonly off: string };

export const idempotencyKey = 'dhanman:idempotency';

/**
 * Every POST honours `Idempotency-Key` by itself. This is for the one that must not be sent without a key, and for the one
 * that needs none; the reason is part of the code because the next reader will ask for it.
 */
export const Idempotency = (rule: IdempotencyRule) => SetMetadata(idempotencyKey, rule);

/** What is looked at of a request to know whether it was sent before. */
export interface RepeatableRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
  readonly routeOptions: { readonly url?: string };
  attempt?: Attempt;
}

/** The attempt that a request is, when it carries a key and its route looks at keys. */
export function attemptOf(
  request: RepeatableRequest,
  person: string,
  rule: IdempotencyRule | undefined,
): Attempt | undefined {
  if (request.method !== 'POST' || typeof rule === 'object') return undefined;
  const key = keyOf(request.headers['idempotency-key']);
  if (key === undefined) {
    if (rule === 'required') throw new IdempotencyKeyWrong('missing');
    return undefined;
  }
  const route = String(request.routeOptions.url);
  const fingerprint = fingerprintOf(request.url, request.body);
  request.attempt ??= new Attempt({ person, route, key, fingerprint });
  return request.attempt;
}

function keyOf(header: string | string[] | undefined): string | undefined {
  if (header === undefined) return undefined;
  if (typeof header === 'string' && /^[\x21-\x7e]{1,255}$/.test(header)) return header;
  throw new IdempotencyKeyWrong('invalid');
}
