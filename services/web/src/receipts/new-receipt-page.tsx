import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../layout/page-header.js';
import { InCompany } from '../sales/in-company.js';
import { ReceiptEditor } from './receipt-editor.js';

const route = getRouteApi('/signed-in-only/receipts/new');

export function NewReceiptPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('receipts.write')} intro={t('receipts.writeIntro')} />
      <InCompany>{({ id }) => <OfCompany key={id} companyId={id} />}</InCompany>
    </>
  );
}

function OfCompany({ companyId }: { readonly companyId: string }) {
  const { customerId = '' } = route.useSearch();
  return <ReceiptEditor {...{ companyId, customerId }} />;
}
