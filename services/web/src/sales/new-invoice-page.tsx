import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../layout/page-header.js';
import { InCompany } from './in-company.js';
import { InvoiceEditor } from './invoice-editor.js';

const route = getRouteApi('/signed-in-only/invoices/new');

/** An invoice as it is written, with its tax beside it. */
export function NewInvoicePage() {
  const { t } = useTranslation();
  const begun = route.useSearch();
  return (
    <>
      <PageHeader title={t('invoices.write')} intro={t('invoices.writeIntro')} />
      <InCompany>{({ id }) => <InvoiceEditor key={id} companyId={id} {...begun} />}</InCompany>
    </>
  );
}
