import { sales } from '@dhanman/client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { PageHeader } from '../layout/page-header.js';
import { Form } from '../patterns/form.js';
import { SheetFields } from '../patterns/sheet-fields.js';
import { useSubmission } from '../patterns/use-submission.js';
import { InCompany } from '../sales/in-company.js';
import { customersKey } from '../sales/sales-queries.js';
import { ImportedCustomers } from './imported-customers.js';

const columns = { needed: 'Name', more: 'Code, GSTIN, Standing, StateCode, Address, Email, Phone' };

/** A sheet is checked first and imported as it was checked: another text has to be checked again. */
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
  const [text, setText] = useState('');
  const [shown, setShown] = useState<sales.CustomerImport>();
  const check = useSubmission({
    send: async () => (await api(sales.customerImportsPreview, { path: { companyId }, body: { text } })).body,
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
      {shown && <ImportedCustomers found={shown} />}
      {shown && <Ready {...{ companyId, text, shown, setShown }} />}
    </>
  );
}

interface ReadyProps {
  readonly companyId: string;
  readonly text: string;
  readonly shown: sales.CustomerImport;
  readonly setShown: (shown: sales.CustomerImport) => void;
}

function Ready({ companyId, text, shown, setShown }: ReadyProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const submission = useSubmission({
    send: async (_, idempotencyKey) =>
      (await api(sales.customerImportsImport, { path: { companyId }, body: { text } }, { idempotencyKey }))
        .body,
    done: (imported) => {
      void client.invalidateQueries({ queryKey: customersKey(companyId) });
      setShown(imported);
    },
  });
  const count = shown.customers.filter(({ outcome }) => outcome === 'ready').length;
  if (count === 0) return null;
  return <Form submission={submission} action={t('customers.import.import', { count })} />;
}
