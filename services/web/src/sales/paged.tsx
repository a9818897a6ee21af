import { Button } from '@mantine/core';
import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../patterns/field.js';
import { Loaded } from '../patterns/loaded.js';
import type { ListSearch } from './list-search.js';
import classes from './sales.module.css';

/** One page of a list, as every service answers. */
interface Page<Row> {
  readonly items: readonly Row[];
  readonly nextCursor: string | null;
}

export const pageSize = 50;

/** A list that grows page by page, however long it is. */
export function usePaged<Row>(
  key: QueryKey,
  load: (page: { cursor?: string; limit: number }, signal: AbortSignal) => Promise<Page<Row>>,
) {
  return useInfiniteQuery({
    queryKey: key,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      load({ limit: pageSize, ...(pageParam === undefined ? {} : { cursor: pageParam }) }, signal),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
}

interface PagedProps<Row> {
  readonly query: ReturnType<typeof usePaged<Row>>;
  readonly children: (rows: readonly Row[]) => ReactNode;
}

export function Paged<Row>({ query, children }: PagedProps<Row>) {
  const { t } = useTranslation();
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  return (
    <>
      <Loaded query={{ data: data?.pages.flatMap(({ items }) => items), error, refetch }}>{children}</Loaded>
      {hasNextPage && (
        <Button
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
