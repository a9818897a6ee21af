import { useTranslation } from 'react-i18next';
import { FilterChoice, FilterDay } from './filter-fields.js';
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
  const { state = '', payment = '', sort = '-on', from = '', until = '' } = search;
  return (
    <div className={classes.filters}>
      <FilterChoice name="state" label={t('invoices.state')} value={state} look={look}>
        <option value="">{t('invoices.all')}</option>
        {invoiceStates.map((one) => (
          <option key={one} value={one}>
            {t(`invoices.states.${one}`)}
          </option>
        ))}
      </FilterChoice>
      <FilterChoice name="payment" label={t('receipts.payment')} value={payment} look={look}>
        <option value="">{t('invoices.anyPayment')}</option>
        {invoicePayments.map((one) => (
          <option key={one} value={one}>
            {t(`invoices.payments.${one}`)}
          </option>
        ))}
      </FilterChoice>
      <FilterDay name="from" label={t('invoices.from')} value={from} look={look} />
      <FilterDay name="until" label={t('invoices.until')} value={until} look={look} />
      <FilterChoice name="sort" label={t('list.sort')} value={sort} look={look}>
        {invoiceSorts.map((one) => (
          <option key={one} value={one}>
            {t(`invoices.sorts.${one}`)}
          </option>
        ))}
      </FilterChoice>
      <SearchField search={search} look={({ q = '' }) => look({ q })} />
    </div>
  );
}
