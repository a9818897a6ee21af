import {
  type Answer,
  type CallOptions,
  createClient,
  type Operation,
  RequestRefused,
  type RequestOf,
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
  const token = await session.accessToken();
  try {
    return await withToken(token)(operation, request, options);
  } catch (error) {
    if (!(error instanceof RequestRefused && error.problem.status === 401)) throw error;
    session.refused(token);
    return withToken(await session.accessToken())(operation, request, options);
  }
}

const withToken = (token: string) =>
  createClient({
    baseUrl: serviceAddress,
    onAnswer: noteAnswer,
    headers: () => ({ authorization: `Bearer ${token}` }),
  });
