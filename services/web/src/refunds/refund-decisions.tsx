import { sales } from '@dhanman/client';
import { useTranslation } from 'react-i18next';
import { formatRupees } from '../formats/amount.js';
import { TextField } from '../patterns/field.js';
import { DatedAct } from '../sales/dated-act.js';
import { useMay } from '../session/me.js';
import classes from '../sales/sales.module.css';
import { ReasonField } from '../sales/reason-field.js';

interface DecisionProps {
  readonly companyId: string;
  readonly refund: sales.Refund;
}

/** What can be done with a refund where it stands: with one that the ledger is asked about, nothing. */
export function RefundDecisions(props: DecisionProps) {
  const { t } = useTranslation();
  const may = useMay();
  const { state } = props.refund;
  const isRefused = state === 'rejected';
  const canUndo = may('dhanman.sales.refund.undo');
  return (
    <div className={classes.decisions} role="group" aria-label={t('refunds.decide')}>
      {isRefused && may('dhanman.sales.refund.create') && <Correct {...props} />}
      {isRefused && canUndo && <Undo {...props} how="withdrawn" />}
      {state === 'posted' && canUndo && <Undo {...props} how="reversed" />}
    </div>
  );
}

/** Says whose money it is again, before it is done. */
function Undo({ companyId, refund, how }: DecisionProps & { readonly how: sales.UndoRefund['how'] }) {
  const { t } = useTranslation();
  const { number, amount, credit } = refund;
  return (
    <DatedAct
      {...{ companyId, document: refund }}
      operation={sales.refundsUndo}
      verb={t(`refunds.undo.${how}`)}
      isDangerous
      bodyOf={({ on = '', reason = '' }) => ({ how, on, reason })}
    >
      {({ errorOf }) => (
        <>
          <p>{t(`refunds.undoText.${how}`, { number })}</p>
          <p>{t('refunds.unusedAgain', { amount: formatRupees(amount), credit: credit.number })}</p>
          <ReasonField label={t('receipts.reason')} error={errorOf('reason')} />
        </>
      )}
    </DatedAct>
  );
}

/** The day and the account are what the ledger refuses; nothing else of a numbered refund changes. */
function Correct({ companyId, refund }: DecisionProps) {
  const { t } = useTranslation();
  return (
    <DatedAct
      {...{ companyId, document: refund }}
      operation={sales.refundsCorrect}
      verb={t('receipts.correct')}
      bodyOf={({ on = '', account = '' }) => ({ on, ...(account.trim() !== '' && { account }) })}
    >
      {({ errorOf }) => (
        <>
          <p>{t('refunds.correctText')}</p>
          <TextField
            name="account"
            inputMode="numeric"
            autoComplete="off"
            label={t('refunds.accountNumber')}
            defaultValue={refund.account ?? ''}
            error={errorOf('account')}
          />
        </>
      )}
    </DatedAct>
  );
}
