import { sales } from '@dhanman/client';
import { Money } from '@dhanman/kernel';
import { useTranslation } from 'react-i18next';
import { formatRupees } from '../formats/amount.js';
import { PayBack } from '../refunds/refunds-of-credit.js';
import { useMay } from '../session/me.js';
import { DatedAct } from '../sales/dated-act.js';
import { ApplyAdvance } from './receipt-allocation.js';
import { money } from './spending.js';
import saleClasses from '../sales/sales.module.css';
import { ReasonField } from '../sales/reason-field.js';

interface DecisionProps {
  readonly companyId: string;
  readonly receipt: sales.Receipt;
}

/** What can be done with a receipt where it stands: with one that the ledger is asked about, nothing. */
export function ReceiptDecisions(props: DecisionProps) {
  const { t } = useTranslation();
  const { state } = props.receipt;
  return (
    <div className={saleClasses.decisions} role="group" aria-label={t('receipts.decide')}>
      {state === 'rejected' && <OfRefused {...props} />}
      {state === 'posted' && <OfPosted {...props} />}
    </div>
  );
}

function OfRefused(props: DecisionProps) {
  const may = useMay();
  return (
    <>
      {may('dhanman.sales.receipt.create') && <Correct {...props} />}
      {may('dhanman.sales.receipt.undo') && <Undo {...props} how="withdrawn" />}
    </>
  );
}

function OfPosted(props: DecisionProps) {
  const may = useMay();
  const { mode, advance } = props.receipt;
  const isLeft = /[1-9]/.test(advance);
  const canUndo = may('dhanman.sales.receipt.undo');
  return (
    <>
      {isLeft && may('dhanman.sales.receipt.allocate') && <ApplyAdvance {...props} />}
      <PayBack credit={props.receipt} />
      {mode === 'cheque' && canUndo && <Undo {...props} how="bounced" />}
      {canUndo && <Undo {...props} how="reversed" />}
    </>
  );
}

/** Says what opens again and what the ledger takes back, before it is done. */
function Undo({ companyId, receipt, how }: DecisionProps & { readonly how: sales.UndoReceipt['how'] }) {
  const { t } = useTranslation();
  const { number, allocations } = receipt;
  const open = allocations.filter(({ releasedOn }) => releasedOn === null);
  const invoices = open.map(({ invoiceNumber }) => invoiceNumber).join(', ');
  const opens = Money.sum(
    open.map(({ amount }) => money(amount)),
    'INR',
  );
  return (
    <DatedAct
      {...{ companyId, document: receipt }}
      operation={sales.receiptsUndo}
      verb={t(`receipts.undo.${how}`)}
      isDangerous
      bodyOf={({ on = '', reason = '' }) => ({ how, on, reason })}
    >
      {({ errorOf }) => (
        <>
          <p>{t(`receipts.undoText.${how}`, { number })}</p>
          {open.length > 0 && (
            <p>{t('receipts.opensAgain', { amount: formatRupees(opens.toJSON()), invoices })}</p>
          )}
          <ReasonField label={t('receipts.reason')} error={errorOf('reason')} />
        </>
      )}
    </DatedAct>
  );
}

function Correct({ companyId, receipt }: DecisionProps) {
  const { t } = useTranslation();
  return (
    <DatedAct
      {...{ companyId, document: receipt }}
      operation={sales.receiptsCorrect}
      verb={t('receipts.correct')}
      bodyOf={({ on = '' }) => ({ on })}
    >
      {() => <p>{t('receipts.correctText')}</p>}
    </DatedAct>
  );
}
