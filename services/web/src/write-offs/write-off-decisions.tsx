import { sales } from '@dhanman/client';
import { useTranslation } from 'react-i18next';
import { formatRupees } from '../formats/amount.js';
import { DatedAct } from '../sales/dated-act.js';
import { ReasonField } from '../sales/reason-field.js';
import { useMay } from '../session/me.js';
import classes from '../sales/sales.module.css';

interface DecisionProps {
  readonly companyId: string;
  readonly writeOff: sales.WriteOff;
}

/** What can be done with a write-off where it stands: with one that the ledger is asked about, nothing. */
export function WriteOffDecisions(props: DecisionProps) {
  const { t } = useTranslation();
  const may = useMay();
  const { state } = props.writeOff;
  const isRefused = state === 'rejected';
  const canUndo = may('dhanman.sales.write-off.undo');
  return (
    <div className={classes.decisions} role="group" aria-label={t('refunds.decide')}>
      {isRefused && may('dhanman.sales.write-off.create') && <Correct {...props} />}
      {isRefused && canUndo && <Undo {...props} how="withdrawn" />}
      {state === 'posted' && canUndo && <Undo {...props} how="reversed" />}
    </div>
  );
}

/** Says who owes it again, before it is done. */
function Undo({ companyId, writeOff, how }: DecisionProps & { readonly how: sales.UndoWriteOff['how'] }) {
  const { t } = useTranslation();
  const { number, amount, invoiceNumber } = writeOff;
  return (
    <DatedAct
      {...{ companyId, document: writeOff }}
      operation={sales.writeOffsUndo}
      verb={t(`refunds.undo.${how}`)}
      isDangerous
      bodyOf={({ on = '', reason = '' }) => ({ how, on, reason })}
    >
      {({ errorOf }) => (
        <>
          <p>{t(`writeOffs.undoText.${how}`, { number })}</p>
          <p>{t('writeOffs.owedAgain', { amount: formatRupees(amount), invoice: invoiceNumber })}</p>
          <ReasonField label={t('writeOffs.reason')} error={errorOf('reason')} />
        </>
      )}
    </DatedAct>
  );
}

/** The day is what the ledger refuses; nothing else of a numbered write-off changes. */
function Correct({ companyId, writeOff }: DecisionProps) {
  const { t } = useTranslation();
  return (
    <DatedAct
      {...{ companyId, document: writeOff }}
      operation={sales.writeOffsCorrect}
      verb={t('receipts.correct')}
      bodyOf={({ on = '' }) => ({ on })}
    >
      {() => <p>{t('writeOffs.correctText')}</p>}
    </DatedAct>
  );
}
