import { Button } from '@mantine/core';
import { sales } from '@dhanman/client';
import { PlainDate, systemClock } from '@dhanman/kernel';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { PageHeader } from '../layout/page-header.js';
import { ChoiceField, TextField } from '../patterns/field.js';
import { Form } from '../patterns/form.js';
import { Loaded } from '../patterns/loaded.js';
import { useSubmission } from '../patterns/use-submission.js';
import { blankLine, type DraftLine, linesFrom } from './draft-line.js';
import { InCompany } from './in-company.js';
import { LineFields } from './line-fields.js';
import { NewCustomer } from './new-customer.js';
import { invoicesKey, useCustomers } from './sales-queries.js';
import { Totals } from './totals.js';
import { useTaxQuote } from './use-tax-quote.js';
import classes from './sales.module.css';

/** An invoice as it is written, with its tax beside it. */
export function NewInvoicePage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('invoices.write')} intro={t('invoices.writeIntro')} />
      <InCompany>{({ id }) => <WithCustomers key={id} companyId={id} />}</InCompany>
    </>
  );
}

function WithCustomers({ companyId }: { readonly companyId: string }) {
  return (
    <Loaded query={useCustomers(companyId)}>
      {(customers) => <Editor companyId={companyId} customers={customers} />}
    </Loaded>
  );
}

interface EditorProps {
  readonly companyId: string;
  readonly customers: readonly sales.Customer[];
}

function Editor({ companyId, customers }: EditorProps) {
  const { t } = useTranslation();
  const [customerId, setCustomer] = useState('');
  const [on, setOn] = useState(today);
  const [lines, setLines] = useState<readonly DraftLine[]>(() => [blankLine()]);
  const [isAdding, setAdding] = useState(false);
  const filled = linesFrom(lines);
  const isComplete = customerId !== '' && on !== '' && filled.length > 0;
  const quote = useTaxQuote(companyId, isComplete ? { customerId, on, lines: filled } : undefined);
  const submission = useDraft(companyId, { customerId, on, lines: filled });
  return (
    <div className={classes.editor}>
      <Form submission={submission} action={t('invoices.saveDraft')}>
        <Head
          {...{ customers, customerId, on, setCustomer, setOn }}
          errorOf={submission.errorOf}
          add={() => setAdding(true)}
        />
        <LineFields lines={lines} change={setLines} errorOf={submission.errorOf} />
        <div aria-live="polite">{quote.data && <Totals totals={quote.data.totals} />}</div>
      </Form>
      {isAdding && (
        <NewCustomer
          companyId={companyId}
          close={() => setAdding(false)}
          added={({ id }) => setCustomer(id)}
        />
      )}
    </div>
  );
}

interface HeadProps {
  readonly customers: readonly sales.Customer[];
  readonly customerId: string;
  readonly on: string;
  readonly setCustomer: (id: string) => void;
  readonly setOn: (on: string) => void;
  readonly errorOf: (path: string) => string | undefined;
  readonly add: () => void;
}

/** Whom it is for, and when. */
function Head({ customers, customerId, on, setCustomer, setOn, errorOf, add }: HeadProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.head}>
      <ChoiceField
        name="customerId"
        required
        label={t('invoices.customer')}
        value={customerId}
        error={errorOf('customerId')}
        onChange={({ currentTarget }) => setCustomer(currentTarget.value)}
      >
        <option value="">{t('invoices.chooseCustomer')}</option>
        {customers.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </ChoiceField>
      <Button variant="default" onClick={add}>
        {t('customers.add')}
      </Button>
      <TextField
        name="on"
        type="date"
        required
        label={t('invoices.on')}
        value={on}
        error={errorOf('on')}
        onChange={({ currentTarget }) => setOn(currentTarget.value)}
      />
    </div>
  );
}

function useDraft(companyId: string, body: sales.CreateInvoice) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useSubmission({
    send: async (_, idempotencyKey) =>
      (await api(sales.invoicesCreate, { path: { companyId }, body }, { idempotencyKey })).body,
    done: ({ id }) => {
      void client.invalidateQueries({ queryKey: invoicesKey(companyId) });
      void navigate({ to: '/invoices/$id', params: { id } });
    },
  });
}

/** Where the books are kept it may be tomorrow already. */
function today(): string {
  return PlainDate.today(systemClock, 'Asia/Kolkata').toString();
}
