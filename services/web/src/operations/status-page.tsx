import { Button, EmptyState } from '@mantine/core';
import { IconCircleCheck, IconRefresh } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../layout/page-header.js';
import { LinkButton } from '../patterns/link-button.js';
import { isWell } from './service-health.js';
import { ServicesSummary } from './services-summary.js';
import { ServicesTable } from './services-table.js';
import { pollSeconds, useServicesHealth, type ObservedService } from './use-service-health.js';
import classes from './status-page.module.css';

const route = getRouteApi('/status');

/** The services live: who answers, how fast, in which version, and what each depends on. */
export function StatusPage() {
  const { t } = useTranslation();
  const { show } = route.useSearch();
  const { services, isChecking, checkNow } = useServicesHealth();
  const unwell = services.filter(({ observation }) => observation !== undefined && !isWell(observation));
  return (
    <>
      <PageHeader
        title={t('status.title')}
        intro={t('status.intro', { seconds: pollSeconds })}
        action={
          <Button
            leftSection={<IconRefresh size={16} stroke={1.75} aria-hidden />}
            aria-disabled={isChecking}
            onClick={checkNow}
          >
            {t('status.checkNow')}
          </Button>
        }
      />
      <div className={classes.overview}>
        <ServicesSummary services={services} />
        <Filter all={services.length} unwell={unwell.length} />
      </div>
      {show === 'unwell' ? (
        <Unwell services={unwell} of={services.length} />
      ) : (
        <ServicesTable services={services} />
      )}
    </>
  );
}

function Filter({ all, unwell }: { readonly all: number; readonly unwell: number }) {
  const { t } = useTranslation();
  const exact = { exact: true, includeSearch: true } as const;
  return (
    <nav className={classes.filter} aria-label={t('status.filter')}>
      <Link to="/status" activeOptions={exact}>
        {t('status.all', { count: all })}
      </Link>
      <Link to="/status" search={{ show: 'unwell' }} activeOptions={exact}>
        {t('status.unwell', { count: unwell })}
      </Link>
    </nav>
  );
}

function Unwell({ services, of }: { readonly services: readonly ObservedService[]; readonly of: number }) {
  const { t } = useTranslation();
  if (services.length > 0) return <ServicesTable services={services} />;
  return (
    <EmptyState
      className={classes.empty}
      icon={<IconCircleCheck size={32} stroke={1.5} aria-hidden />}
      title={t('status.nothingUnwell')}
      description={t('status.nothingUnwellText', { count: of })}
    >
      <EmptyState.Actions>
        <LinkButton variant="default" to="/status">
          {t('status.showAll')}
        </LinkButton>
      </EmptyState.Actions>
    </EmptyState>
  );
}
