import type { sales } from '@dhanman/client';
import { IconFiles, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatRupees } from '../formats/amount.js';
import { formatDate } from '../formats/date.js';
import { PageHeader } from '../layout/page-header.js';
import { LinkButton } from '../patterns/link-button.js';
import { Loaded } from '../patterns/loaded.js';
import { NothingYet } from '../patterns/nothing-yet.js';
import { Records, type Column } from '../patterns/records.js';
import { InCompany } from '../sales/in-company.js';
import { useMay } from '../session/me.js';
import { useRuns } from './run-queries.js';
import { RunState } from './run-state.js';

/** The runs of the company, the newest first. */
export function RunsPage() {
  return <InCompany>{({ id }) => <Runs key={id} companyId={id} />}</InCompany>;
}

function Runs({ companyId }: { readonly companyId: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const write = may('dhanman.sales.invoice-run.create') && (
    <LinkButton
      to="/invoices/runs/new"
      aria-keyshortcuts="n"
      leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
    >
      {t('runs.write')}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t('runs.title')} intro={t('runs.intro')} action={write} />
      <Loaded query={useRuns(companyId)}>
        {(rows) => (
          <Records
            label={t('runs.title')}
            rows={rows}
            columns={columns(t)}
            keyOf={({ id }) => id}
            none={<NothingYet icon={IconFiles} title={t('runs.none')} text={t('runs.noneText')} />}
          />
        )}
      </Loaded>
    </>
  );
}

const columns = (t: TFunction): readonly Column<sales.InvoiceRun>[] => [
  {
    label: t('runs.name'),
    cell: ({ id, name }) => (
      <Link to="/invoices/runs/$id" params={{ id }}>
        {name}
      </Link>
    ),
  },
  { label: t('runs.on'), cell: ({ on }) => formatDate(on) },
  { label: t('runs.makes'), cell: ({ makes }) => t(`runs.making.${makes}`) },
  {
    label: t('runs.bills'),
    cell: ({ made, waiting, failed }) => t('runs.madeOf', { made, all: made + waiting + failed }),
    isFigure: true,
  },
  { label: t('runs.total'), cell: ({ total }) => formatRupees(total), isFigure: true },
  { label: t('runs.state'), cell: (run) => <RunState run={run} />, isLoud: true },
];
