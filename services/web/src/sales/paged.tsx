import { Button } from '@mantine/core';
import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { askAgainMs } from '../live/listening.js';
import { TextField } from '../patterns/field.js';
import { Loaded } from '../patterns/loaded.js';
import { MoreToCome } from '../patterns/more-to-come.js';
import type { ListSearch } from './list-search.js';
import classes from './sales.module.css';

/** One page of a list, as every service answers. */
interface Page<Row> {
  readonly items: readonly Row[];
  readonly nextCursor: string | null;
}

export const pageSize = 100;

/** A list of more pages is not read again as a whole only because somebody looks at it again. */
const mostReadAgain = 5;

/** How far below what is seen the next page is fetched: whoever scrolls meets rows, not a button. */
const aheadPx = 1500;

export const isLong = (pages: readonly unknown[] = []): boolean => pages.length > mostReadAgain;

interface PagedOptions<Row> {
  /** While a row is on its way to another state the list looks again by itself. */
  readonly isMoving?: (row: Row) => boolean;
}

/** A list that grows page by page, however long it is. */
export function usePaged<Row>(
  key: QueryKey,
  load: (page: { cursor?: string; limit: number }, signal: AbortSignal) => Promise<Page<Row>>,
  { isMoving = () => false }: PagedOptions<Row> = {},
) {
  return useInfiniteQuery({
    queryKey: key,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      load({ limit: pageSize, ...(pageParam === undefined ? {} : { cursor: pageParam }) }, signal),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    // To compare a hundred thousand rows with themselves takes longer than to render those that are seen.
    structuralSharing: false,
    refetchOnMount: ({ state }) => !isLong(state.data?.pages),
    refetchOnWindowFocus: ({ state }) => !isLong(state.data?.pages),
    refetchInterval: ({ state: { data } }) =>
      !isLong(data?.pages) && data?.pages.some(({ items }) => items.some(isMoving))
        ? askAgainMs(2_000, 'sales')
        : false,
  });
}

interface PagedProps<Row> {
  readonly query: ReturnType<typeof usePaged<Row>>;
  readonly children: (rows: readonly Row[]) => ReactNode;
}

export function Paged<Row>({ query, children }: PagedProps<Row>) {
  const { t } = useTranslation();
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const end = useFetchedAhead(query);
  return (
    <>
      <MoreToCome value={hasNextPage}>
        <Loaded query={{ data: data?.pages.flatMap(({ items }) => items), error, refetch }}>
          {children}
        </Loaded>
      </MoreToCome>
      {hasNextPage && (
        <Button
          ref={end}
          variant="default"
          className={classes.more}
          aria-disabled={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {t('list.more')}
        </Button>
      )}
    </>
  );
}

/** On the button at the end: it need not be pressed by whoever scrolls. After a refusal it does. */
function useFetchedAhead<Row>(query: PagedProps<Row>['query']) {
  const { hasNextPage, isFetching, isError, fetchNextPage } = query;
  const end = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!hasNextPage || isFetching || isError || end.current === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) void fetchNextPage();
      },
      { rootMargin: `0px 0px ${String(aheadPx)}px` },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  return end;
}

interface SearchFieldProps {
  readonly search: ListSearch;
  readonly look: (search: ListSearch) => void;
}

/** Asked when Enter is pressed or the field is left: each look is one page of history, not one for every letter. */
export function SearchField({ search: { q = '' }, look }: SearchFieldProps) {
  const { t } = useTranslation();
  const find = (text: string): void => {
    if (text.trim() !== q) look(text.trim() === '' ? {} : { q: text.trim() });
  };
  return (
    <TextField
      key={q}
      name="q"
      type="search"
      aria-keyshortcuts="/"
      label={t('list.search')}
      defaultValue={q}
      maxLength={100}
      autoComplete="off"
      onBlur={({ currentTarget }) => find(currentTarget.value)}
      onKeyDown={({ key, currentTarget }) => {
        if (key === 'Enter') find(currentTarget.value);
      }}
    />
  );
}
