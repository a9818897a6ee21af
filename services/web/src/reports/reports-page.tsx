import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../layout/page-header.js';
import { useCompany, useMay } from '../session/me.js';
import { reportsFor } from './report-list.js';
import { useReportTitle } from './use-report-title.js';
import classes from './reports.module.css';

/** What can be read of the books. */
export function ReportsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const titleOf = useReportTitle();
  const kind = useCompany()?.kind ?? 'business';
  return (
    <>
      <PageHeader title={t('reports.title')} intro={t('reports.intro')} />
      <ul className={classes.offered}>
        {reportsFor(may).map((name) => (
          <li key={name}>
            <Link to="/reports/$name" params={{ name }}>
              {titleOf(name, kind)}
            </Link>
            <p>{t(`reports.about.${name}`)}</p>
          </li>
        ))}
        {may('dhanman.common.entry.read') && may('dhanman.sales.invoice.read') && (
          <li>
            <Link to="/posting-proof">{t('postingProof.title')}</Link>
            <p>{t('postingProof.about')}</p>
          </li>
        )}
      </ul>
    </>
  );
}
