import { Button } from '@mantine/core';
import type { sales } from '@dhanman/client';
import { Money } from '@dhanman/kernel';
import { useTranslation } from 'react-i18next';
import { formatRupees } from '../formats/amount.js';
import { formatDate } from '../formats/date.js';
import { TextField } from '../patterns/field.js';
import { allocationsOf, type ByHand, money, type Spending } from './spending.js';
import classes from './receipts.module.css';

interface AllocationFieldsProps {
  readonly invoices: readonly sales.InvoiceSummary[];
  readonly spending: Spending;
  readonly byHand: ByHand;
  readonly choose: (byHand: ByHand) => void;
  readonly errorOf: (path: string) => string | undefined;
}

/** The oldest invoices are filled first; typing beside one takes it into one's own hands. */
export function AllocationFields({ invoices, spending, byHand, choose, errorOf }: AllocationFieldsProps) {
  const { t } = useTranslation();
  const shown = (index: number): string => spending.shares[index]?.toJSON() ?? '';
  const type = (id: string, text: string): void => {
    const begun = byHand ?? Object.fromEntries(invoices.map((one, index) => [one.id, shown(index)]));
    choose({ ...begun, [id]: text });
  };
  return (
    <fieldset className={classes.allocations}>
      <legend>{t('receipts.settles')}</legend>
      {invoices.length === 0 && <p>{t('receipts.nothingOpen')}</p>}
      {invoices.map((invoice, index) => (
        <div key={invoice.id} className={classes.allocation} role="group" aria-label={invoice.number ?? ''}>
          <Open invoice={invoice} share={spending.shares[index]} />
          <TextField
            name={`share-${invoice.id}`}
            label={t('receipts.share')}
            inputMode="decimal"
            autoComplete="off"
            value={byHand ? (byHand[invoice.id] ?? '') : shown(index)}
            error={errorOf(`allocations.${String(placeOf(byHand, invoice.id))}.amount`)}
            onChange={({ currentTarget }) => type(invoice.id, currentTarget.value)}
          />
        </div>
      ))}
      {invoices.length > 0 && <Ways byHand={byHand} choose={choose} />}
      <Outcome spending={spending} />
    </fieldset>
  );
}

function Open({
  invoice,
  share,
}: {
  readonly invoice: sales.InvoiceSummary;
  readonly share: Money | undefined;
}) {
  const { t } = useTranslation();
  const { number, on, dueOn, outstanding, isOverdue } = invoice;
  const left = money(outstanding).subtract(share ?? Money.zero('INR'));
  return (
    <p>
      <strong>{number}</strong> · {formatDate(on)}
      {dueOn !== null && ` · ${t('receipts.due', { on: formatDate(dueOn) })}`}
      {isOverdue && ` · ${t('receipts.late')}`}
      <br />
      <span className="numbers">
        {t('receipts.openAndLeft', { open: formatRupees(outstanding), left: formatRupees(left.toJSON()) })}
      </span>
    </p>
  );
}

function Ways({ byHand, choose }: Pick<AllocationFieldsProps, 'byHand' | 'choose'>) {
  const { t } = useTranslation();
  return (
    <div className={classes.ways}>
      <span>{t(byHand ? 'receipts.byHand' : 'receipts.byAge')}</span>
      {byHand && (
        <Button variant="default" onClick={() => choose(undefined)}>
          {t('receipts.oldestFirst')}
        </Button>
      )}
      <Button variant="default" onClick={() => choose({})}>
        {t('receipts.clear')}
      </Button>
    </div>
  );
}

/** In words, what becomes of the money. */
function Outcome({ spending: { settled, advance } }: { readonly spending: Spending }) {
  const { t } = useTranslation();
  const amounts = { settled: formatRupees(settled.toJSON()), advance: formatRupees(advance.abs().toJSON()) };
  const key = advance.isNegative ? 'short' : advance.isZero ? 'allSettled' : 'someAdvance';
  return (
    <p className="numbers" aria-live="polite" data-short={advance.isNegative || undefined}>
      {t(`receipts.${key}`, amounts)}
    </p>
  );
}

/** The service counts what it was told, which leaves out what is nothing. */
/** Under which number the service names it. */
function placeOf(byHand: ByHand, id: string): number {
  return allocationsOf(byHand).allocations?.findIndex(({ invoiceId }) => invoiceId === id) ?? -1;
}
