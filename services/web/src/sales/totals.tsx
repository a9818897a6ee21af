import type { sales } from '@dhanman/client';
import { useTranslation } from 'react-i18next';
import { formatRupees } from '../formats/amount.js';
import classes from './sales.module.css';

type Shown = Pick<sales.TaxTotals, 'net' | 'taxes' | 'roundOff' | 'reverseCharge' | 'total'>;

/** What a document comes to, tax by tax. */
export function Totals({ totals }: { readonly totals: Shown }) {
  const { t } = useTranslation();
  const { net, taxes, roundOff, reverseCharge, total } = totals;
  return (
    <div className={classes.totals}>
      <dl className="numbers" aria-label={t('invoices.totals')}>
        <Row label={t('invoices.net')} amount={net} />
        {taxes.map(({ kind, amount }) => (
          <Row key={kind} label={t(`invoices.taxes.${kind}`)} amount={amount} />
        ))}
        {isSomething(reverseCharge) && <Row label={t('invoices.reverseCharge')} amount={reverseCharge} />}
        {isSomething(roundOff) && <Row label={t('invoices.roundOff')} amount={roundOff} />}
        <Row label={t('invoices.total')} amount={total} isTotal />
      </dl>
      {taxes.length === 0 && <p className={classes.note}>{t('invoices.noTax')}</p>}
    </div>
  );
}

interface RowProps {
  readonly label: string;
  readonly amount: string;
  readonly isTotal?: boolean;
}

function Row({ label, amount, isTotal = false }: RowProps) {
  return (
    <div data-total={isTotal || undefined}>
      <dt>{label}</dt>
      <dd>{formatRupees(amount)}</dd>
    </div>
  );
}

function isSomething(amount: string): boolean {
  return /[1-9]/.test(amount);
}
