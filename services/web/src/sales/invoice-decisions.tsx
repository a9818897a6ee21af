import { Button } from '@mantine/core';
import { sales } from '@dhanman/client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { Cancel, ChangeButton } from '../patterns/change-button.js';
import { Dialog } from '../patterns/dialog.js';
import { Form } from '../patterns/form.js';
import { SendBack } from '../patterns/send-back.js';
import { useChange } from '../patterns/use-change.js';
import { useSubmission } from '../patterns/use-submission.js';
import { useMay, useMe } from '../session/me.js';
import { WriteOffInvoice } from '../write-offs/write-off-invoice.js';
import { CancelInvoice } from './invoice-cancel.js';
import { approvalKey, invoicesKey } from './sales-queries.js';
import classes from './sales.module.css';

export interface DecisionProps {
  readonly companyId: string;
  readonly invoice: sales.Invoice;
}

/** What whoever looks may do with an invoice, besides issuing it. */
export function Decisions(props: DecisionProps) {
  const { t } = useTranslation();
  return (
    <section className={classes.decisions} aria-label={t('invoices.decide')}>
      <Copy {...props} />
      {props.invoice.state === 'draft' && <OfDraft {...props} />}
      {props.invoice.state === 'submitted' && <OfSubmitted {...props} />}
      {props.invoice.state === 'approved' && <Withdraw {...props} />}
      <WriteOffInvoice {...props} />
      <CancelInvoice {...props} />
    </section>
  );
}

function OfDraft(props: DecisionProps) {
  const may = useMay();
  return (
    <>
      {may('dhanman.sales.invoice.update') && <Discard {...props} />}
      {may('dhanman.sales.invoice.submit') && <Submit {...props} />}
    </>
  );
}

function OfSubmitted(props: DecisionProps) {
  const may = useMay();
  return (
    <>
      <Withdraw {...props} />
      {may('dhanman.sales.invoice.approve') && <Approval {...props} />}
    </>
  );
}

/** The next invoice for the same begins as this one. */
function Copy({ companyId, invoice: { id } }: DecisionProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const submission = useSubmission({
    send: async (_, idempotencyKey) =>
      (await api(sales.invoicesCopy, { path: { companyId, id } }, { idempotencyKey })).body,
    done: (copy) => {
      void client.invalidateQueries({ queryKey: invoicesKey(companyId) });
      void navigate({ to: '/invoices/$id', params: { id: copy.id } });
    },
  });
  if (!useMay()('dhanman.sales.invoice.create')) return null;
  return <ChangeButton submission={submission}>{t('invoices.copy')}</ChangeButton>;
}

export function useApprovalLevels(companyId: string): number | undefined {
  const { data } = useQuery({
    queryKey: approvalKey(companyId),
    queryFn: async ({ signal }) =>
      (await api(sales.approvalSettingsGet, { path: { companyId } }, { signal })).body,
  });
  return data?.levels;
}

/** Only where the company wants approvals is there anybody to submit it to. */
function Submit(props: DecisionProps) {
  const { t } = useTranslation();
  const submission = useChange(sales.invoiceDecisionsSubmit, changeOf(props));
  if ((useApprovalLevels(props.companyId) ?? 0) === 0) return null;
  return (
    <ChangeButton submission={submission} variant="filled">
      {t('invoices.submit')}
    </ChangeButton>
  );
}

/** Nobody approves what they had a hand in, nor twice: then it says who has to. */
function Approval(props: DecisionProps) {
  const { t } = useTranslation();
  const me = useMe()?.person.id;
  const { writtenBy, approvals } = props.invoice;
  if (writtenBy.some((id) => id === me)) return <p>{t('invoices.needsAnother')}</p>;
  if (approvals.some(({ by }) => by === me)) return <p>{t('invoices.needsSecond')}</p>;
  return (
    <>
      <SendBack
        operation={sales.invoiceDecisionsReturn}
        change={changeOf(props)}
        words={{ act: t('invoices.sendBack'), why: t('invoices.reason') }}
      />
      <Approve {...props} />
    </>
  );
}

function Approve(props: DecisionProps) {
  const { t } = useTranslation();
  return (
    <ChangeButton submission={useChange(sales.invoiceDecisionsApprove, changeOf(props))} variant="filled">
      {t('invoices.approve')}
    </ChangeButton>
  );
}

function Withdraw(props: DecisionProps) {
  const { t } = useTranslation();
  const submission = useChange(sales.invoiceDecisionsWithdraw, changeOf(props));
  if (!useMay()('dhanman.sales.invoice.submit')) return null;
  return <ChangeButton submission={submission}>{t('invoices.withdraw')}</ChangeButton>;
}

function Discard(props: DecisionProps) {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const close = () => setAsked(false);
  const submission = useChange(sales.invoiceDecisionsDiscard, { ...changeOf(props), done: close });
  return (
    <>
      <Button variant="subtle" onClick={() => setAsked(true)}>
        {t('invoices.discard')}
      </Button>
      {isAsked && (
        <Dialog title={t('invoices.discard')} close={close}>
          <Form
            submission={submission}
            action={t('invoices.discard')}
            isDangerous
            aside={<Cancel close={close} />}
          >
            <p>{t('invoices.discardText')}</p>
          </Form>
        </Dialog>
      )}
    </>
  );
}

function changeOf({ companyId, invoice: { id, version } }: DecisionProps) {
  return { path: { companyId, id }, version, key: invoicesKey(companyId) };
}
