import type { Operation } from '@dhanman/client';
import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/signed-api.js';
import { useSubmission, type Submission, type Values } from './use-submission.js';

export interface Change {
  readonly path: Readonly<Record<string, string>>;
  /** What is shown is what is changed: what somebody else did meanwhile is looked at first. */
  readonly version: number;
  /** What has to be read again afterwards. */
  readonly key: QueryKey;
  readonly bodyOf?: (values: Values) => object;
  readonly done?: () => void;
}

/** Does one thing to a record at the version that is on the screen. */
export function useChange(operation: Operation<unknown, unknown>, change: Change): Submission {
  const { path, version, key, bodyOf, done } = change;
  const client = useQueryClient();
  return useSubmission({
    send: async (values, idempotencyKey) => {
      const at = { path, headers: { 'If-Match': `"${version}"` } };
      const request = bodyOf ? { ...at, body: bodyOf(values) } : at;
      return api(operation as Operation<typeof request & { url: string }, unknown>, request, {
        idempotencyKey,
      });
    },
    done: () => {
      void client.invalidateQueries({ queryKey: key });
      done?.();
    },
  });
}
