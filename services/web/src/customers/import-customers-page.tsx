import { sales } from '@dhanman/client';
import { useTranslation } from 'react-i18next';
import { api, download } from '../api/signed-api.js';
import { PageHeader } from '../layout/page-header.js';
import { bodyOf, type WrittenSheet } from '../patterns/sheet-fields.js';
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
  const path = { companyId };
  const requestOf = (sheet: WrittenSheet) => ({ path, body: bodyOf(sheet) });
  return (
    <SheetImport
      columns={columns}
      emptyWorkbook={() => download(sales.customerImportsTemplate, { path })}
      check={async (sheet) => (await api(sales.customerImportsPreview, requestOf(sheet))).body}
      send={async (sheet, idempotencyKey) =>
        (await api(sales.customerImportsImport, requestOf(sheet), { idempotencyKey })).body
      }
      changes={customersKey(companyId)}
      readyIn={({ customers }) => customers.filter(({ outcome }) => outcome === 'ready').length}
      verb={(count) => t('customers.import.import', { count })}
    >
      {(found) => <ImportedCustomers found={found} />}
    </SheetImport>
  );
}
