import {
  type Answer,
  type CallOptions,
  type ClientOptions,
  createClient,
  createListener,
  createDownload,
  type Download,
  type Operation,
  RequestRefused,
  type RequestOf,
  type Said,
} from '@dhanman/client';
import { session } from '../session/session.js';
import { noteAnswer, serviceAddress } from './api.js';

/**
 * A request in the name of whoever is signed in. A token that a service no longer takes is renewed and the request sent
 * again, once: it was refused at the door, so that nothing has been done.
 */
export async function api<Data, Body>(
  operation: Operation<Data, Body>,
  request: RequestOf<Data>,
  options: CallOptions = {},
): Promise<Answer<Body>> {
  return signed((token) => createClient(inTheNameOf(token))(operation, request, options));
}

/** A file, in the name of whoever is signed in. */
export async function download<Data, Body>(
  operation: Operation<Data, Body>,
  request: RequestOf<Data>,
): Promise<Download> {
  return signed((token) => createDownload(inTheNameOf(token))(operation, request));
}

/** What a service tells whoever is signed in, until it ends; a token that it no longer takes is not sent again. */
export async function* listen<Data, Body>(
  operation: Operation<Data, Body>,
  request: RequestOf<Data>,
  options: Pick<CallOptions, 'signal'>,
): AsyncGenerator<Said, void> {
  const token = await session.accessToken();
  try {
    yield* createListener(inTheNameOf(token))(operation, request, options);
  } catch (error) {
    if (isUnauthenticated(error)) session.refused(token);
    throw error;
  }
}

async function signed<Result>(send: (token: string) => Promise<Result>): Promise<Result> {
  const token = await session.accessToken();
  try {
    return await send(token);
  } catch (error) {
    if (!isUnauthenticated(error)) throw error;
    session.refused(token);
    return send(await session.accessToken());
  }
}

function isUnauthenticated(error: unknown): boolean {
  return error instanceof RequestRefused && error.problem.status === 401;
}

const inTheNameOf = (token: string): ClientOptions => ({
  baseUrl: serviceAddress,
  onAnswer: noteAnswer,
  headers: () => ({ authorization: `Bearer ${token}` }),
});
