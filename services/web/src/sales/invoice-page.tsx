import { sales } from '@dhanman/client';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { formatRupees } from '../formats/amount.js';
import { PageHeader } from '../layout/page-header.js';
import { TextField } from '../patterns/field.js';
import { Form } from '../patterns/form.js';
import { Loaded } from '../patterns/loaded.js';
import { Records, type Column } from '../patterns/records.js';
import { useSubmission } from '../patterns/use-submission.js';
import { useMay } from '../session/me.js';
import { InCompany } from './in-company.js';
import { InvoiceState } from './invoice-state.js';
import { Day } from './invoices-page.js';
import { invoicesKey, useInvoice } from './sales-queries.js';
import { Totals } from './totals.js';
import classes from './sales.module.css';

const route = getRouteApi('/signed-in-only/invoices/$id');

/** One invoice: what it says, where it stands, and what is to be done with it. */
export function InvoicePage() {
  const { id } = route.useParams();
  return <InCompany>{({ id: companyId }) => <Invoice companyId={companyId} id={id} />}</InCompany>;
}

function Invoice({ companyId, id }: { readonly companyId: string; readonly id: string }) {
  return (
    <Loaded query={useInvoice(companyId, id)}>{(invoice) => <Shown {...{ companyId, invoice }} />}</Loaded>
  );
}

interface ShownProps {
  readonly companyId: string;
  readonly invoice: sales.Invoice;
}

function Shown({ companyId, invoice }: ShownProps) {
  const { t } = useTranslation();
  const may = useMay();
  const { number, customerName, on, state, lines, totals, rejection } = invoice;
  const isWaiting = state === 'draft' || state === 'rejected';
  return (
    <>
      <PageHeader title={number ?? t('invoices.draft')} intro={t(`invoices.kinds.${totals.kind}`)} />
      <div className={classes.facts}>
        <InvoiceState state={state} />
        <span>{customerName}</span>
        <Day on={on} />
      </div>
      {rejection && (
        <p role="alert" className={classes.rejection}>
          {t('invoices.rejected')} <span lang="en">{rejection.reason}</span>
        </p>
      )}
      <Records
        label={t('invoices.lines')}
        rows={lines.map((line, index) => ({ ...line, key: String(index) }))}
        keyOf={({ key }) => key}
        columns={columns(t)}
      />
      <Totals totals={totals} />
      {isWaiting && may('dhanman.sales.invoice.issue') && <Issue {...{ companyId, invoice }} />}
    </>
  );
}

/** From here on the number and the amounts stand; the date may be another than the draft's. */
function Issue({ companyId, invoice: { id, on, state } }: ShownProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const submission = useSubmission({
    send: async (values, idempotencyKey) => {
      const request = { path: { companyId, id }, body: { on: values['on'] ?? on } };
      return (await api(sales.invoicesIssue, request, { idempotencyKey })).body;
    },
    done: () => void client.invalidateQueries({ queryKey: invoicesKey(companyId) }),
  });
  return (
    <section className={classes.issue} aria-label={t('invoices.issue')}>
      <Form submission={submission} action={t(state === 'draft' ? 'invoices.issue' : 'invoices.issueAgain')}>
        <p>{t('invoices.issueText')}</p>
        {state === 'draft' && (
          <TextField
            name="on"
            type="date"
            required
            label={t('invoices.on')}
            defaultValue={on}
            error={submission.errorOf('on')}
          />
        )}
      </Form>
    </section>
  );
}

type Line = sales.InvoiceLine & { readonly key: string };

const columns = (t: TFunction): readonly Column<Line>[] => [
  { label: t('invoices.line.description'), cell: ({ description }) => description },
  { label: t('invoices.line.classification'), cell: ({ classification }) => classification ?? '–' },
  { label: t('invoices.line.quantity'), cell: ({ quantity, unit }) => `${quantity} ${unit}` },
  { label: t('invoices.line.price'), cell: ({ price }) => <Amount of={price} /> },
  { label: t('invoices.line.ratePercent'), cell: ({ ratePercent }) => `${ratePercent} %` },
  { label: t('invoices.line.total'), cell: ({ taxed }) => <Amount of={taxed.total} />, isLoud: true },
];

function Amount({ of }: { readonly of: string }) {
  return <span className={classes.amount}>{formatRupees(of)}</span>;
}
