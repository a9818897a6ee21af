import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceField, TextField } from '../patterns/field.js';
import { invoiceStates } from './invoice-states.js';
import { invoicePayments, type InvoicesSearch, invoiceSorts } from './list-search.js';
import { SearchField } from './paged.js';
import classes from './sales.module.css';

interface InvoiceFiltersProps {
  readonly search: InvoicesSearch;
  readonly look: (change: Record<string, unknown>) => void;
}

/** Which invoices are looked at, and in which order. */
export function InvoiceFilters({ search, look }: InvoiceFiltersProps) {
  const { t } = useTranslation();
  const { state = '', payment = '', sort = '-on' } = search;
  return (
    <div className={classes.filters}>
      <Choice name="state" label={t('invoices.state')} value={state} look={look}>
        <option value="">{t('invoices.all')}</option>
        {invoiceStates.map((one) => (
          <option key={one} value={one}>
            {t(`invoices.states.${one}`)}
          </option>
        ))}
      </Choice>
      <Choice name="payment" label={t('receipts.payment')} value={payment} look={look}>
        <option value="">{t('invoices.anyPayment')}</option>
        {invoicePayments.map((one) => (
          <option key={one} value={one}>
            {t(`invoices.payments.${one}`)}
          </option>
        ))}
      </Choice>
      <Days search={search} look={look} />
      <Choice name="sort" label={t('list.sort')} value={sort} look={look}>
        {invoiceSorts.map((one) => (
          <option key={one} value={one}>
            {t(`invoices.sorts.${one}`)}
          </option>
        ))}
      </Choice>
      <SearchField search={search} look={({ q = '' }) => look({ q })} />
    </div>
  );
}

interface ChoiceProps extends Pick<InvoiceFiltersProps, 'look'> {
  readonly name: 'state' | 'payment' | 'sort';
  readonly label: string;
  readonly value: string;
  readonly children: ReactNode;
}

function Choice({ name, label, value, look, children }: ChoiceProps) {
  return (
    <ChoiceField
      {...{ name, label, value }}
      required
      onChange={({ currentTarget }) => look({ [name]: currentTarget.value })}
    >
      {children}
    </ChoiceField>
  );
}

function Days({ search, look }: InvoiceFiltersProps) {
  const { t } = useTranslation();
  return (['from', 'until'] as const).map((end) => (
    <TextField
      key={end}
      name={end}
      type="date"
      required
      label={t(`invoices.${end}`)}
      value={search[end] ?? ''}
      onChange={({ currentTarget }) => look({ [end]: currentTarget.value })}
    />
  ));
}
