import { EmptyState } from '@mantine/core';
import { sales, type ServiceName } from '@dhanman/client';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../formats/instant.js';
import { PageHeader } from '../layout/page-header.js';
import { Loaded } from '../patterns/loaded.js';
import { Records, type Column } from '../patterns/records.js';
import { useMay } from '../session/me.js';
import { askServices, servicesWith } from './every-service.js';
import classes from './operations.module.css';
import { ServicesAway } from './services-away.js';

export type DeadLetter = sales.DeadLetter & { readonly service: ServiceName };

export const deadLettersKey = ['dead-letters'] as const;

/** Messages of all services that could not be handled and wait for somebody to decide. */
export function DeadLettersPage() {
  const { t } = useTranslation();
  const services = servicesWith(useMay(), 'dead-letter.read');
  const letters = useQuery({
    queryKey: [...deadLettersKey, services],
    queryFn: ({ signal }) =>
      askServices({
        operation: sales.deadLettersList,
        request: { query: { limit: 100 } },
        itemsOf: ({ items }) => items,
        services,
        signal,
      }),
  });
  return (
    <>
      <PageHeader title={t('deadLetters.title')} intro={t('deadLetters.intro')} />
      <Loaded query={letters}>
        {({ items, failed }) => (
          <>
            <ServicesAway names={failed} />
            {items.length === 0 ? (
              <Empty />
            ) : (
              <Records
                label={t('deadLetters.title')}
                rows={items.toSorted((one, other) => other.diedAt.localeCompare(one.diedAt))}
                keyOf={({ service, id }) => `${service} ${id}`}
                columns={columns(t)}
              />
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

function Empty() {
  const { t } = useTranslation();
  return (
    <EmptyState
      className={classes.empty}
      icon={<IconCircleCheck size={32} stroke={1.5} aria-hidden />}
      title={t('deadLetters.none')}
      description={t('deadLetters.noneText')}
    />
  );
}

const columns = (t: TFunction): readonly Column<DeadLetter>[] => [
  {
    label: t('deadLetters.message'),
    cell: ({ service, id, contract }) => (
      <Link to="/dead-letters/$service/$id" params={{ service, id }}>
        <code>{contract}</code>
      </Link>
    ),
  },
  { label: t('operations.service'), cell: ({ service }) => t(`service.${service}.name`) },
  { label: t('deadLetters.reason'), cell: ({ reason }) => <span lang="en">{reason}</span> },
  { label: t('deadLetters.attempts'), cell: ({ attempts }) => attempts },
  { label: t('deadLetters.diedAt'), cell: ({ diedAt }) => formatInstant(Date.parse(diedAt)) },
];
