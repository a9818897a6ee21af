import { sales } from '@dhanman/client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatRupees } from '../formats/amount.js';
import type { Submission } from '../patterns/use-submission.js';
import { AllocationFields } from './allocation-fields.js';
import { DatedAct } from '../sales/dated-act.js';
import { useOpenInvoices } from './receipt-queries.js';
import { allocationsOf, type ByHand, money, spend } from './spending.js';

interface ReceiptProps {
  readonly companyId: string;
  readonly receipt: sales.Receipt;
}

/** What is left of a receipt settles invoices now. */
export function ApplyAdvance({ companyId, receipt }: ReceiptProps) {
  const { t } = useTranslation();
  const { data: invoices = [] } = useOpenInvoices(companyId, receipt.customerId);
  const [byHand, choose] = useState<ByHand>();
  const spending = spend(invoices, money(receipt.advance), byHand);
  if (invoices.length === 0) return null;
  return (
    <DatedAct
      {...{ companyId, document: receipt }}
      operation={sales.receiptsApply}
      verb={t('receipts.apply')}
      bodyOf={({ on = '' }) => ({ on, ...allocationsOf(byHand) })}
    >
      {({ errorOf }: Submission) => (
        <>
          <p>{t('receipts.applyText', { advance: formatRupees(receipt.advance) })}</p>
          <AllocationFields {...{ invoices, spending, byHand, choose, errorOf }} />
        </>
      )}
    </DatedAct>
  );
}
