import { Button } from '@mantine/core';
import { sales } from '@dhanman/client';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { PageHeader } from '../layout/page-header.js';
import { Form } from '../patterns/form.js';
import { useSubmission } from '../patterns/use-submission.js';
import { InCompany } from '../sales/in-company.js';
import { LineFields } from '../sales/line-fields.js';
import making from '../sales/making.module.css';
import { useProducts } from '../sales/sales-queries.js';
import { blankRun, type DraftRun, startedFrom } from './draft-run.js';
import { RunCustomers } from './run-customers.js';
import { HeadFields } from './run-fields.js';
import { RunPreview } from './run-preview.js';
import { runsKey } from './run-queries.js';

export function NewRunPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('runs.write')} intro={t('runs.writeIntro')} />
      <InCompany>{({ id }) => <NewRun key={id} companyId={id} />}</InCompany>
    </>
  );
}

interface Checked {
  readonly body: sales.StartInvoiceRun;
  readonly preview: sales.InvoiceRunPreview;
}

/** Written, looked at, begun: exactly what was looked at is what begins. */
function NewRun({ companyId }: { readonly companyId: string }) {
  const [draft, change] = useState(blankRun);
  const [checked, check] = useState<Checked>();
  return checked ? (
    <Begin {...{ companyId, ...checked }} back={() => check(undefined)} />
  ) : (
    <Write {...{ companyId, draft, change, check }} />
  );
}

interface WriteProps {
  readonly companyId: string;
  readonly draft: DraftRun;
  readonly change: (draft: DraftRun) => void;
  readonly check: (checked: Checked) => void;
}

function Write({ companyId, draft, change, check }: WriteProps) {
  const { t } = useTranslation();
  const products = useProducts(companyId).data ?? [];
  const submission = useSubmission({
    send: async () => {
      const body = startedFrom(draft);
      const preview = (await api(sales.invoiceRunsPreview, { path: { companyId }, body })).body;
      return { body, preview };
    },
    done: check,
  });
  const { errorOf } = submission;
  return (
    <div className={making.editor}>
      <Form submission={submission} action={t('runs.check')}>
        <HeadFields {...{ draft, change, errorOf }} />
        <RunCustomers {...{ companyId, draft, change, errorOf }} />
        <LineFields
          {...{ products, errorOf }}
          lines={draft.lines}
          change={(lines) => change({ ...draft, lines })}
        />
      </Form>
    </div>
  );
}

function Begin({ companyId, body, preview, back }: Checked & { companyId: string; back: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const submission = useSubmission({
    send: async (_, idempotencyKey) =>
      (await api(sales.invoiceRunsStart, { path: { companyId }, body }, { idempotencyKey })).body,
    done: ({ id }) => {
      void client.invalidateQueries({ queryKey: runsKey(companyId) });
      void navigate({ to: '/invoices/runs/$id', params: { id } });
    },
  });
  const change = (
    <Button variant="default" onClick={back}>
      {t('runs.change')}
    </Button>
  );
  return (
    <div className={making.editor}>
      <RunPreview run={body} preview={preview} />
      <Refused sentence={submission.errorOf('name')} />
      {preview.bills > 0 ? (
        <Form submission={submission} action={t('runs.begin', { count: preview.bills })} aside={change} />
      ) : (
        change
      )}
    </div>
  );
}

/** The field it is about is on the page before this one. */
function Refused({ sentence }: { readonly sentence: string | undefined }) {
  return sentence !== undefined && <p>{sentence}</p>;
}
