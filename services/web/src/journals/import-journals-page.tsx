import { common } from '@dhanman/client';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { PageHeader } from '../layout/page-header.js';
import { SheetImport } from '../patterns/sheet-import.js';
import { InCompany } from '../sales/in-company.js';
import { ImportedJournals } from './imported-journals.js';
import { journalsKey } from './journal-queries.js';

const columns = {
  needed: 'VoucherNo, Date, AccountNumber, Debit, Credit, Narration',
  more: 'Memo, PartyType, PartyId, CostCentre, ReverseOn',
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
  const requestOf = (text: string) => ({ path: { companyId }, body: { text } });
  return (
    <SheetImport
      columns={columns}
      check={async (text) => (await api(common.journalImportsPreview, requestOf(text))).body}
      send={async (text, idempotencyKey) =>
        (await api(common.journalImportsImport, requestOf(text), { idempotencyKey })).body
      }
      changes={journalsKey(companyId)}
      readyIn={({ journals }) => journals.filter(({ outcome }) => outcome === 'ready').length}
      verb={(count) => t('journalImport.import', { count })}
    >
      {(found) => <ImportedJournals found={found} />}
    </SheetImport>
  );
}
