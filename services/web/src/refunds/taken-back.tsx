import type { sales } from '@dhanman/client';
import { useTranslation } from 'react-i18next';
import { wordsFor } from '../language/fields.js';
import { formatDate } from '../formats/date.js';
import classes from '../sales/sales.module.css';

interface TakenBackProps {
  readonly document: Pick<sales.Refund, 'undoneOn' | 'undoneReason' | 'rejection'>;
}

/** That a document was taken back, and why; and what the ledger said where it refused. */
export function TakenBack({ document: { undoneOn, undoneReason, rejection } }: TakenBackProps) {
  const { t } = useTranslation();
  return (
    <>
      {undoneOn !== null && (
        <p role="status">
          {t('refunds.undone', { on: formatDate(undoneOn) })} {undoneReason}
        </p>
      )}
      {rejection && (
        <p role="alert" className={classes.rejection}>
          {t('receipts.rejected')} {wordsFor({ ...rejection, message: rejection.reason })}
        </p>
      )}
    </>
  );
}
