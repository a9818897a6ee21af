import type { ReactNode } from 'react';
import { PageSkeleton } from './page-skeleton.js';
import { ProblemNote } from './problem-note.js';

interface LoadedProps<Data> {
  readonly query: {
    readonly data: Data | undefined;
    readonly error: Error | null;
    readonly refetch: () => Promise<unknown>;
  };
  readonly children: (data: Data) => ReactNode;
}

/** What a request brought; until then its shape, and when it failed why. Old data stays while new data is on its way. */
export function Loaded<Data>({ query, children }: LoadedProps<Data>) {
  const { data, error, refetch } = query;
  return (
    <>
      {error && <ProblemNote error={error} retry={() => void refetch()} />}
      {data !== undefined && children(data)}
      {data === undefined && !error && <PageSkeleton />}
    </>
  );
}
