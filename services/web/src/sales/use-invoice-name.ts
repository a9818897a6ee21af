import type { sales } from '@dhanman/client';
import { useTranslation } from 'react-i18next';
import { formatRupees } from '../formats/amount.js';

/** How an invoice is called where its row is not seen: one without a number by its customer and its amount. */
export function useInvoiceName(): (invoice: sales.InvoiceSummary) => string {
  const { t } = useTranslation();
  return ({ number, customerName, total }) =>
    [number ?? t('invoices.draft'), customerName, formatRupees(total)].join(' · ');
}
