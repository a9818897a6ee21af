import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../formats/instant.js';
import { PageHeader } from '../layout/page-header.js';
import { servicesWith } from '../operations/every-service.js';
import { ServicesAway } from '../operations/services-away.js';
import { Loaded } from '../patterns/loaded.js';
import { NothingYet } from '../patterns/nothing-yet.js';
import { type Column, Records } from '../patterns/records.js';
import { useMay } from '../session/me.js';
import { Act } from './act.js';
import { AuditFilter } from './audit-filter.js';
import { Changes } from './changes.js';
import { ExportTrail } from './export-trail.js';
import { oneTrail, type TrailEntry } from './trail-pages.js';
import { type Names, useNames } from './use-names.js';
import { useTrail } from './use-trail.js';
import classes from './audit.module.css';

const route = getRouteApi('/signed-in-only/audit');

/** Who did what to which record, when and from where: the trails of all services one may read, as one. */
export function AuditPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const readable = servicesWith(useMay(), 'audit.read');
  const services =
    search.service === undefined ? readable : readable.filter((name) => name === search.service);
  const names = useNames();
  const { data, error, refetch, hasNextPage, isFetching, fetchNextPage } = useTrail(search, services);
  return (
    <>
      <PageHeader title={t('audit.title')} intro={t('audit.intro')} />
      <AuditFilter key={JSON.stringify([search, readable])} {...{ search, readable, names }}>
        <ExportTrail {...{ search, services }} />
      </AuditFilter>
      <Loaded query={{ data, error, refetch }}>
        {({ pages }) => (
          <>
            <ServicesAway names={pages.flatMap(({ failed }) => failed)} />
            <Entries entries={oneTrail(pages)} names={names} />
            {hasNextPage && (
              <Button
                variant="default"
                className={classes.more}
                aria-disabled={isFetching}
                onClick={() => isFetching || void fetchNextPage()}
              >
                {t('audit.older')}
              </Button>
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

interface EntriesProps {
  readonly entries: readonly TrailEntry[];
  readonly names: ReturnType<typeof useNames>;
}

function Entries({ entries, names }: EntriesProps) {
  const { t } = useTranslation();
  if (entries.length === 0)
    return <NothingYet icon={IconHistory} title={t('audit.none')} text={t('audit.noneText')} />;
  return (
    <Records label={t('audit.title')} rows={entries} keyOf={({ id }) => id} columns={columns(t, names.all)} />
  );
}

const columns = (t: TFunction, names: Names): readonly Column<TrailEntry>[] => [
  { label: t('audit.what'), cell: (entry) => <Act entry={entry} names={names} /> },
  { label: t('audit.changes'), cell: (entry) => <Changes entry={entry} names={names} /> },
  { label: t('audit.at'), cell: ({ at }) => formatInstant(Date.parse(at)) },
  { label: t('audit.from'), cell: ({ address }) => (address === null ? '–' : <code>{address}</code>) },
];
