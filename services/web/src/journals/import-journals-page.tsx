import { common } from '@dhanman/client';
import { UnstyledButton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { keepFile } from '../api/keep-file.js';
import { api, download } from '../api/signed-api.js';
import { PageHeader } from '../layout/page-header.js';
import { ProblemNote } from '../patterns/problem-note.js';
import type { WrittenSheet } from '../patterns/sheet-fields.js';
import { SheetImport } from '../patterns/sheet-import.js';
import classes from '../patterns/sheet.module.css';
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
  const requestOf = ({ text, workbook }: WrittenSheet) => ({
    path: { companyId },
    body: workbook === undefined ? { text } : { workbook },
  });
  return (
    <SheetImport
      columns={columns}
      workbookTemplate={<EmptyWorkbook companyId={companyId} />}
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

function EmptyWorkbook({ companyId }: { readonly companyId: string }) {
  const { t } = useTranslation();
  const save = useMutation({
    mutationFn: async () => keepFile(await download(common.journalImportsTemplate, { path: { companyId } })),
  });
  return (
    <>
      <UnstyledButton
        type="button"
        className={classes.template}
        aria-disabled={save.isPending}
        onClick={() => save.mutate()}
      >
        {t('sheet.workbookTemplate')}
      </UnstyledButton>
      {save.error && <ProblemNote error={save.error} />}
    </>
  );
}
