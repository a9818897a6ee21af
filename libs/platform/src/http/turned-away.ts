import { newId, type DomainError } from '@dhanman/kernel';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { problemOf } from './problems.js';
import { always } from './server.js';

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

interface Refused {
  readonly response: ServerResponse;
  readonly refusal: DomainError;
}

/** Between two of these groups everybody else has a turn. */
const atATime = 8;

/**
 * Looks at every request before the framework does, and answers those for which there is a refusal: no route is looked
 * up for them, no guard asked, no body read and no line logged. It is for crowds, where the refusals are what all others
 * wait for; so they are given a few at a time. The address is as the client wrote it: whoever writes it differently must
 * find another guard inside.
 */
export function turnAway(
  server: Server,
  refusalOf: (request: IncomingMessage) => DomainError | undefined,
): void {
  const listeners = server.listeners('request') as Listener[];
  const refused: Refused[] = [];
  const answerSome = (): void => {
    for (const one of refused.splice(0, atATime)) answer(one);
    if (refused.length > 0) setImmediate(answerSome);
  };
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    const refusal = refusalOf(request);
    if (!refusal) for (const listener of listeners) listener.call(server, request, response);
    else if (refused.push({ response, refusal }) === 1) setImmediate(answerSome);
  });
}

function answer({ response, refusal }: Refused): void {
  const { problem, headers } = problemOf(refusal);
  const traceId = newId();
  const body = JSON.stringify({ ...problem, traceId });
  response
    .writeHead(problem.status, {
      ...always,
      ...headers,
      'x-request-id': traceId,
      'content-type': 'application/problem+json',
      'content-length': Buffer.byteLength(body),
    })
    .end(body);
}
