import { sales } from '@dhanman/client';
import { useTranslation } from 'react-i18next';
import { formatRupees } from '../formats/amount.js';
import { typedAmount } from '../formats/typed-amount.js';
import { TextField } from '../patterns/field.js';
import { DatedAct } from '../sales/dated-act.js';
import { ReasonField } from '../sales/reason-field.js';
import { useMay } from '../session/me.js';

interface WriteOffInvoiceProps {
  readonly companyId: string;
  readonly invoice: sales.Invoice;
}

/** For what a customer will never pay of a bill that stands in the books: all that is open unless one types less. */
export function WriteOffInvoice({ companyId, invoice }: WriteOffInvoiceProps) {
  const { t } = useTranslation();
  const may = useMay();
  const { id: invoiceId, state, cancellation, outstanding, number } = invoice;
  const isOpen = state === 'posted' && cancellation === null && /[1-9]/.test(outstanding);
  if (!isOpen || !may('dhanman.sales.write-off.create')) return null;
  return (
    <DatedAct
      {...{ companyId, document: invoice }}
      operation={sales.writeOffsCreate}
      verb={t('writeOffs.write')}
      isDangerous
      bodyOf={({ on = '', amount = '', reason = '' }) => ({
        ...{ invoiceId, on, reason },
        amount: typedAmount(amount.trim()) ?? amount.trim(),
      })}
    >
      {({ errorOf }) => (
        <>
          <p>{t('writeOffs.writeText', { number: number ?? '', open: formatRupees(outstanding) })}</p>
          <p>{t('writeOffs.taxStays')}</p>
          <TextField
            name="amount"
            required
            label={t('receipts.amountIn')}
            inputMode="decimal"
            autoComplete="off"
            defaultValue={outstanding}
            error={errorOf('amount')}
          />
          <ReasonField label={t('writeOffs.reason')} error={errorOf('reason')} />
        </>
      )}
    </DatedAct>
  );
}
