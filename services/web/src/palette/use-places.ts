import { useTranslation } from 'react-i18next';
import { permitted } from '../layout/navigation.js';
import { reportsFor } from '../reports/report-list.js';
import { useReportTitle } from '../reports/use-report-title.js';
import { useCompany, useMay } from '../session/me.js';
import type { Entry } from './entry.js';

const creations = [
  { label: 'palette.newInvoice', to: '/invoices/new', permission: 'dhanman.sales.invoice.create' },
  { label: 'palette.newReceipt', to: '/receipts/new', permission: 'dhanman.sales.receipt.create' },
  { label: 'palette.newJournal', to: '/journals/new', permission: 'dhanman.common.journal.create' },
  { label: 'palette.importJournals', to: '/journals/import', permission: 'dhanman.common.journal.create' },
] as const;

/** What one may begin and where one may go, known without asking anybody. */
export function usePlaces(): readonly Entry[] {
  const { t } = useTranslation();
  const may = useMay();
  const titleOf = useReportTitle();
  const company = useCompany();
  const pages = permitted(may).flatMap(({ destinations }) => destinations);
  return [
    ...creations
      .filter(({ permission }) => may(permission))
      .map(({ label, to }) => ({ group: 'create' as const, label: t(label), to })),
    ...pages.map(({ label, to }) => ({ group: 'go' as const, label: t(label), to })),
    ...(company
      ? reportsFor(may).map((name) => ({
          group: 'go' as const,
          label: titleOf(name, company.kind),
          to: `/reports/${name}`,
        }))
      : []),
  ];
}
