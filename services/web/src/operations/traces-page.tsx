import { Button } from '@mantine/core';
import { sales, type ServiceName } from '@dhanman/client';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../layout/page-header.js';
import { TextField } from '../patterns/field.js';
import { Loaded } from '../patterns/loaded.js';
import { InCompany } from '../sales/in-company.js';
import { useMay } from '../session/me.js';
import { DocumentActs } from './document-acts.js';
import { isDocumentNumber } from './document-journey.js';
import { askServices, servicesWith } from './every-service.js';
import { Journey } from './journey.js';
import classes from './operations.module.css';
import { ServicesAway } from './services-away.js';

const route = getRouteApi('/signed-in-only/traces');

/** What became of one business act in every service it passed through. */
export function TracesPage() {
  const { t } = useTranslation();
  const { id = '', number = '' } = route.useSearch();
  const navigate = useNavigate();
  const services = servicesWith(useMay(), 'trace.read');
  const look = (form: FormData): void => {
    const typed = form.get('id');
    const wanted = typeof typed === 'string' ? typed.trim() : '';
    void navigate({ to: '/traces', search: searchFor(wanted) });
  };
  return (
    <>
      <PageHeader title={t('traces.title')} intro={t('traces.intro')} />
      <form key={id + number} className={classes.filter} role="search" action={look}>
        <TextField
          name="id"
          required
          pattern="[A-Za-z0-9][A-Za-z0-9._\-]{7,127}|[^\s]+/[^\s]+"
          title={t('traces.idHint')}
          defaultValue={number || id}
          hint={t('traces.hint')}
          label={t('traces.id')}
        />
        <Button type="submit" leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}>
          {t('traces.look')}
        </Button>
      </form>
      {number !== '' && (
        <InCompany>{({ id: companyId }) => <DocumentActs {...{ companyId, number, services }} />}</InCompany>
      )}
      {number === '' && id !== '' && <Trace id={id} services={services} />}
    </>
  );
}

function searchFor(wanted: string): { readonly id?: string; readonly number?: string } {
  if (wanted === '') return {};
  return isDocumentNumber(wanted) ? { number: wanted } : { id: wanted };
}

interface TraceProps {
  readonly id: string;
  readonly services: readonly ServiceName[];
}

function Trace({ id, services }: TraceProps) {
  const { t } = useTranslation();
  const trace = useQuery({
    queryKey: ['traces', id, services],
    queryFn: ({ signal }) =>
      askServices({
        operation: sales.tracesGet,
        request: { path: { correlationId: id } },
        itemsOf: ({ steps }) => steps,
        services,
        signal,
      }),
  });
  return (
    <Loaded query={trace}>
      {({ items, failed }) => (
        <>
          <ServicesAway names={failed} />
          {items.length === 0 ? <p>{t('traces.none')}</p> : <Journey steps={items} />}
        </>
      )}
    </Loaded>
  );
}
