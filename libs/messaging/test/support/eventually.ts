import { until } from '@dhanman/testing';
import { jest } from '@jest/globals';

jest.setTimeout(150_000);

/** Messages arrive when the machine gets round to it; on a busy one that takes longer than the usual patience. */
export async function eventually<T>(
  attempt: () => T | Promise<T>,
): Promise<Exclude<Awaited<T>, undefined | false>> {
  return (await until(attempt, { deadlineMs: 60_000 })) as Exclude<Awaited<T>, undefined | false>;
}
