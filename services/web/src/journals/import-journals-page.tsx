import { common } from '@dhanman/client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { PageHeader } from '../layout/page-header.js';
import { Form } from '../patterns/form.js';
import { useSubmission } from '../patterns/use-submission.js';
import { InCompany } from '../sales/in-company.js';
import { ImportedJournals } from './imported-journals.js';
import { journalsKey } from './journal-queries.js';
import { SheetFields } from '../patterns/sheet-fields.js';

const columns = {
  needed: 'VoucherNo, Date, AccountNumber, Debit, Credit, Narration',
  more: 'Memo, PartyType, PartyId, CostCentre, ReverseOn',
};

/** A sheet is checked first and imported as it was checked: another text has to be checked again. */
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
  const [text, setText] = useState('');
  const [shown, setShown] = useState<common.JournalImport>();
  const check = useSubmission({
    send: async () => (await api(common.journalImportsPreview, { path: { companyId }, body: { text } })).body,
    done: setShown,
  });
  const change = (next: string): void => {
    setText(next);
    setShown(undefined);
  };
  return (
    <>
      <Form submission={check} action={t('sheet.check')}>
        <SheetFields {...{ text, change, columns }} error={check.errorOf('text')} />
      </Form>
      {shown && <ImportedJournals found={shown} />}
      {shown && <Ready {...{ companyId, text, shown, setShown }} />}
    </>
  );
}

interface ReadyProps {
  readonly companyId: string;
  readonly text: string;
  readonly shown: common.JournalImport;
  readonly setShown: (shown: common.JournalImport) => void;
}

function Ready({ companyId, text, shown, setShown }: ReadyProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const submission = useSubmission({
    send: async (_, idempotencyKey) =>
      (await api(common.journalImportsImport, { path: { companyId }, body: { text } }, { idempotencyKey }))
        .body,
    done: (imported) => {
      void client.invalidateQueries({ queryKey: journalsKey(companyId) });
      setShown(imported);
    },
  });
  const count = shown.journals.filter(({ outcome }) => outcome === 'ready').length;
  if (count === 0) return null;
  return <Form submission={submission} action={t('journalImport.import', { count })} />;
}
