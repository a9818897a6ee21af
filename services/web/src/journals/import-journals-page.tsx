import { common } from '@dhanman/client';
import { useTranslation } from 'react-i18next';
import { api, download } from '../api/signed-api.js';
import { PageHeader } from '../layout/page-header.js';
import { bodyOf, type WrittenSheet } from '../patterns/sheet-fields.js';
import { SheetImport } from '../patterns/sheet-import.js';
import { InCompany } from '../sales/in-company.js';
import { ImportedJournals } from './imported-journals.js';
import { journalsKey } from './journal-queries.js';

const columns = {
  needed: 'VoucherNo, Date, AccountNumber, Debit, Credit, Narration',
  more: 'Memo, PartyType, PartyId, Branch, CostCentre, ReverseOn',
};

export function ImportJournalsPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('journalImport.title')} intro={t('journalImport.intro')} />
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
      emptyWorkbook={() => download(common.journalImportsTemplate, { path })}
      check={async (sheet) => (await api(common.journalImportsPreview, requestOf(sheet))).body}
      send={async (sheet, idempotencyKey) =>
        (await api(common.journalImportsImport, requestOf(sheet), { idempotencyKey })).body
      }
      changes={journalsKey(companyId)}
      readyIn={({ journals }) => journals.filter(({ outcome }) => outcome === 'ready').length}
      verb={(count) => t('journalImport.import', { count })}
    >
      {(found) => <ImportedJournals found={found} />}
    </SheetImport>
  );
}
