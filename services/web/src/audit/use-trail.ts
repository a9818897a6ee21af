import { common, type ServiceName } from '@dhanman/client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { askServices } from '../operations/every-service.js';
import { type AuditSearch, auditQuery } from './audit-search.js';
import { type Cursors, nextCursors, type Round } from './trail-pages.js';

/** Each service keeps its own trail; all that may be read are asked at once, each from where it ended. */
export function useTrail(search: AuditSearch, services: readonly ServiceName[]) {
  return useInfiniteQuery({
    queryKey: ['audit', search, services],
    initialPageParam: undefined as Cursors | undefined,
    queryFn: ({ pageParam, signal }) => ask(search, services, pageParam, signal),
    getNextPageParam: nextCursors,
  });
}

async function ask(
  search: AuditSearch,
  services: readonly ServiceName[],
  cursors: Cursors | undefined,
  signal: AbortSignal,
): Promise<Round> {
  const asked = cursors ? services.filter((name) => cursors[name] !== undefined) : services;
  const answers = await Promise.all(
    asked.map((service) => {
      const cursor = cursors?.[service];
      const query = { ...auditQuery(search), ...(cursor !== undefined && { cursor }) };
      return askServices({
        operation: common.auditList,
        request: { query },
        itemsOf: (page) => [page],
        services: [service],
        signal,
      });
    }),
  );
  return { pages: answers.flatMap(({ items }) => items), failed: answers.flatMap(({ failed }) => failed) };
}
