import { createClient } from '@dhanman/client';
import { pageRequestId } from './page-request.js';

let lastRequest = pageRequestId();

/** Every service on the app's own origin: no other site is ever asked. */
export const serviceAddress = (service: string): string => `/api/${service}`;

export function noteAnswer({ headers }: Response): void {
  lastRequest = headers.get('x-request-id') ?? lastRequest;
}

/** For what everybody may ask; in the name of a person asks `api` of signed-api.ts. */
export const openApi = createClient({ baseUrl: serviceAddress, onAnswer: noteAnswer });

/** Under which the servers logged what this page asked last: the thread to pull when it breaks. */
export function lastRequestId(): string | undefined {
  return lastRequest;
}
