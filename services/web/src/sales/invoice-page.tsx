import { Button } from '@mantine/core';
import { sales } from '@dhanman/client';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsFor } from '../language/fields.js';
import { api } from '../api/signed-api.js';
import { formatRupees } from '../formats/amount.js';
import { formatDate } from '../formats/date.js';
import { formatInstant } from '../formats/instant.js';
import { PageHeader } from '../layout/page-header.js';
import { TextField } from '../patterns/field.js';
import { Form } from '../patterns/form.js';
import { Loaded } from '../patterns/loaded.js';
import { Records, type Column } from '../patterns/records.js';
import { useSubmission } from '../patterns/use-submission.js';
import { useMay } from '../session/me.js';
import { InvoiceReminders } from '../reminders/invoice-reminders.js';
import { InvoiceSettlements, PaymentChip } from '../receipts/invoice-settlements.js';
import { GoAbove } from './credit-warning.js';
import { InCompany } from './in-company.js';
import { Decisions, useApprovalLevels } from './invoice-decisions.js';
import { InvoiceEditor } from './invoice-editor.js';
import { InvoiceMails } from './invoice-mails.js';
import { Paper } from './paper.js';
import { InvoiceState } from './invoice-state.js';
import { Day } from './invoices-page.js';
import { invoicesKey, useInvoice } from './sales-queries.js';
import { ToJourney } from './to-journey.js';
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

function Shown(props: ShownProps) {
  const { t } = useTranslation();
  const may = useMay();
  // As it was when editing began: what somebody else stores meanwhile is refused, not written over.
  const [edited, edit] = useState<sales.Invoice>();
  const { companyId, invoice } = props;
  const { number, state, totals } = invoice;
  const change = state === 'draft' && !edited && may('dhanman.sales.invoice.update') && (
    <Button variant="default" onClick={() => edit(invoice)}>
      {t('list.edit')}
    </Button>
  );
  const stop = () => edit(undefined);
  return (
    <>
      <PageHeader
        title={number ?? t('invoices.draft')}
        intro={t(`invoices.kinds.${totals.kind}`)}
        action={change}
      />
      <Facts invoice={invoice} />
      {edited ? <InvoiceEditor {...{ companyId, invoice: edited, stop }} /> : <Settled {...props} />}
    </>
  );
}

/** What is decided is what is stored: while somebody types, nothing is. */
function Settled({ companyId, invoice }: ShownProps) {
  const may = useMay();
  const levels = useApprovalLevels(companyId);
  const { state } = invoice;
  const isReady = state === 'approved' || state === 'rejected' || (state === 'draft' && levels === 0);
  return (
    <>
      <Lines invoice={invoice} />
      <InvoiceSettlements {...{ companyId, invoice }} />
      {invoice.number !== null && <Sent {...{ companyId, invoice }} />}
      <Decisions {...{ companyId, invoice }} />
      {isReady && may('dhanman.sales.invoice.issue') && <Issue {...{ companyId, invoice }} />}
    </>
  );
}

/** What of it the customer gets to see, and was reminded of. */
function Sent({ companyId, invoice }: ShownProps) {
  const may = useMay();
  const { id, state } = invoice;
  return (
    <>
      <Paper document="invoice" {...{ companyId, id }} />
      <InvoiceMails {...{ companyId, id, state }} />
      {may('dhanman.sales.reminder.read') && <InvoiceReminders {...{ companyId, invoice }} />}
    </>
  );
}

function Facts({ invoice }: Pick<ShownProps, 'invoice'>) {
  const { t } = useTranslation();
  const {
    state,
    customerId,
    customerName,
    on,
    rejection,
    returned,
    approvals,
    approvalsNeeded,
    cancellation,
  } = invoice;
  return (
    <>
      <div className={classes.facts}>
        <InvoiceState state={state} />
        <PaymentChip {...invoice} />
        <Link to="/customers/$id" params={{ id: customerId }}>
          {customerName}
        </Link>
        <Day on={on} />
        <ToJourney number={invoice.number} />
        {approvalsNeeded !== null && (
          <span>{t('invoices.approvals', { given: approvals.length, needed: approvalsNeeded })}</span>
        )}
      </div>
      {returned && (
        <p role="status" className={classes.rejection}>
          {t('invoices.returned', { time: formatInstant(Date.parse(returned.at)) })} {returned.reason}
        </p>
      )}
      {cancellation && (
        <p role="status" className={classes.rejection}>
          {t(`invoices.${state === 'cancelled' ? 'cancelled' : 'cancelling'}`, {
            date: formatDate(cancellation.on),
          })}{' '}
          {cancellation.reason}
        </p>
      )}
      {rejection && (
        <p role="alert" className={classes.rejection}>
          {t('invoices.rejected')} {wordsFor({ ...rejection, message: rejection.reason })}
        </p>
      )}
    </>
  );
}

function Lines({ invoice: { lines, totals } }: Pick<ShownProps, 'invoice'>) {
  const { t } = useTranslation();
  return (
    <>
      <Records
        label={t('invoices.lines')}
        rows={lines.map((line, index) => ({ ...line, key: String(index) }))}
        keyOf={({ key }) => key}
        columns={columns(t)}
      />
      <Totals totals={totals} />
    </>
  );
}

/** From here on the number and the amounts stand; the date may be another than the draft's. */
function Issue({ companyId, invoice: { id, on, state, version, customerId, total } }: ShownProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const submission = useSubmission({
    send: async (values, idempotencyKey) => {
      const isAboveLimit = values['isAboveLimit'] === 'on';
      const body = { on: values['on'] ?? on, version, ...(isAboveLimit && { isAboveLimit }) };
      const request = { path: { companyId, id }, body };
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
        {state !== 'rejected' && <GoAbove {...{ companyId, customerId, total }} error={submission.error} />}
      </Form>
    </section>
  );
}

type Line = sales.InvoiceLine & { readonly key: string };

const columns = (t: TFunction): readonly Column<Line>[] => [
  { label: t('invoices.line.description'), cell: ({ description }) => description },
  { label: t('invoices.line.classification'), cell: ({ classification }) => classification ?? '–' },
  { label: t('invoices.line.quantity'), cell: ({ quantity, unit }) => `${quantity} ${unit}` },
  { label: t('invoices.line.price'), cell: ({ price }) => <Amount of={price} />, isFigure: true },
  { label: t('invoices.line.ratePercent'), cell: ({ ratePercent }) => `${ratePercent} %` },
  {
    label: t('invoices.line.total'),
    cell: ({ taxed }) => <Amount of={taxed.total} />,
    isLoud: true,
    isFigure: true,
  },
];

function Amount({ of }: { readonly of: string }) {
  return <span className={classes.amount}>{formatRupees(of)}</span>;
}
