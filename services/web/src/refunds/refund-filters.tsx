import { useTranslation } from 'react-i18next';
import { receiptSorts } from '../receipts/receipt-search.js';
import { FilterChoice, FilterDay } from '../sales/filter-fields.js';
import { SearchField } from '../sales/paged.js';
import { type RefundsSearch, refundStates } from './refund-search.js';
import classes from '../sales/sales.module.css';

interface RefundFiltersProps {
  readonly search: RefundsSearch;
  readonly look: (change: Record<string, unknown>) => void;
}

export function RefundFilters({ search, look }: RefundFiltersProps) {
  const { t } = useTranslation();
  const { state = '', sort = '-on', from = '', until = '' } = search;
  return (
    <div className={classes.filters}>
      <FilterChoice name="state" label={t('receipts.state')} value={state} look={look}>
        <option value="">{t('receipts.allStates')}</option>
        {refundStates.map((one) => (
          <option key={one} value={one}>
            {t(`refunds.states.${one}`)}
          </option>
        ))}
      </FilterChoice>
      <FilterChoice name="sort" label={t('list.sort')} value={sort} look={look}>
        {receiptSorts.map((one) => (
          <option key={one} value={one}>
            {t(`receipts.sorts.${one}`)}
          </option>
        ))}
      </FilterChoice>
      <FilterDay name="from" label={t('receipts.from')} value={from} look={look} />
      <FilterDay name="until" label={t('receipts.until')} value={until} look={look} />
      <SearchField search={search} look={({ q = '' }) => look({ q })} />
    </div>
  );
}
