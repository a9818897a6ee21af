import { createClient } from '@dhanman/client';
import { pageRequestId } from './page-request.js';

let lastRequest = pageRequestId();

/** Every service on the app's own origin: no other site is ever asked. */
export const api = createClient({
  baseUrl: (service) => `/api/${service}`,
  onAnswer: ({ headers }) => {
    lastRequest = headers.get('x-request-id') ?? lastRequest;
  },
});

/** Under which the servers logged what this page asked last: the thread to pull when it breaks. */
export function lastRequestId(): string | undefined {
  return lastRequest;
}
