import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../layout/page-header.js';
import { InCompany } from '../sales/in-company.js';
import { RefundEditor } from './refund-editor.js';

const route = getRouteApi('/signed-in-only/refunds/new');

export function NewRefundPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('refunds.write')} intro={t('refunds.writeIntro')} />
      <InCompany>{({ id }) => <OfCompany key={id} companyId={id} />}</InCompany>
    </>
  );
}

function OfCompany({ companyId }: { readonly companyId: string }) {
  const { customerId = '', creditId = '' } = route.useSearch();
  return <RefundEditor {...{ companyId, customerId, creditId }} />;
}
