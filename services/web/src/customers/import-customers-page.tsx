import { sales } from '@dhanman/client';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { PageHeader } from '../layout/page-header.js';
import { SheetImport } from '../patterns/sheet-import.js';
import { InCompany } from '../sales/in-company.js';
import { customersKey } from '../sales/sales-queries.js';
import { ImportedCustomers } from './imported-customers.js';

const columns = { needed: 'Name', more: 'Code, GSTIN, Standing, StateCode, Address, Email, Phone' };

export function ImportCustomersPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('customers.import.title')} intro={t('customers.import.intro')} />
      <InCompany>{({ id }) => <Import key={id} companyId={id} />}</InCompany>
    </>
  );
}

function Import({ companyId }: { readonly companyId: string }) {
  const { t } = useTranslation();
  const requestOf = (text: string) => ({ path: { companyId }, body: { text } });
  return (
    <SheetImport
      columns={columns}
      check={async ({ text }) => (await api(sales.customerImportsPreview, requestOf(text))).body}
      send={async ({ text }, idempotencyKey) =>
        (await api(sales.customerImportsImport, requestOf(text), { idempotencyKey })).body
      }
      changes={customersKey(companyId)}
      readyIn={({ customers }) => customers.filter(({ outcome }) => outcome === 'ready').length}
      verb={(count) => t('customers.import.import', { count })}
    >
      {(found) => <ImportedCustomers found={found} />}
    </SheetImport>
  );
}
