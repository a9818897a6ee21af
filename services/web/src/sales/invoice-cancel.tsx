import { sales } from '@dhanman/client';
import { useTranslation } from 'react-i18next';
import { DatedAct } from './dated-act.js';
import { today } from '../receipts/receipt-queries.js';
import { useMay } from '../session/me.js';
import { ReasonField } from './reason-field.js';

interface CancelInvoiceProps {
  readonly companyId: string;
  readonly invoice: sales.Invoice;
}

/** For a bill that should never have been; what was wrong in it is written anew from a copy. */
export function CancelInvoice({ companyId, invoice }: CancelInvoiceProps) {
  const { t } = useTranslation();
  const { number, state, cancellation } = invoice;
  const isPossible = (state === 'posted' && cancellation === null) || state === 'rejected';
  if (!useMay()('dhanman.sales.invoice.cancel') || !isPossible) return null;
  return (
    <DatedAct
      {...{ companyId, document: invoice }}
      operation={sales.invoiceDecisionsCancel}
      verb={t('invoices.cancel')}
      isDangerous
      keep={t('invoices.keep')}
      on={usualDay(invoice.on)}
      bodyOf={({ on = '', reason = '' }) => ({ on, reason })}
    >
      {({ errorOf }) => (
        <>
          <p>{t('invoices.cancelText', { number: number ?? '' })}</p>
          <ReasonField label={t('invoices.reason')} error={errorOf('reason')} />
        </>
      )}
    </DatedAct>
  );
}

/** A bill with tax goes within its month: later it takes itself back on its own day. */
function usualDay(on: string): string {
  return on.slice(0, 7) === today().slice(0, 7) ? today() : on;
}
