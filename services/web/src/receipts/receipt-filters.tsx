import { useTranslation } from 'react-i18next';
import { FilterChoice, FilterDay } from '../sales/filter-fields.js';
import { SearchField } from '../sales/paged.js';
import { receiptModes, receiptSorts, type ReceiptsSearch, receiptStates } from './receipt-search.js';
import classes from '../sales/sales.module.css';

interface ReceiptFiltersProps {
  readonly search: ReceiptsSearch;
  readonly look: (change: Record<string, unknown>) => void;
}

export function ReceiptFilters({ search, look }: ReceiptFiltersProps) {
  const { t } = useTranslation();
  const { state = '', mode = '', sort = '-on', from = '', until = '' } = search;
  return (
    <div className={classes.filters}>
      <FilterChoice name="state" label={t('receipts.state')} value={state} look={look}>
        <option value="">{t('receipts.allStates')}</option>
        {receiptStates.map((one) => (
          <option key={one} value={one}>
            {t(`receipts.states.${one}`)}
          </option>
        ))}
      </FilterChoice>
      <FilterChoice name="mode" label={t('receipts.mode')} value={mode} look={look}>
        <option value="">{t('receipts.allModes')}</option>
        {receiptModes.map((one) => (
          <option key={one} value={one}>
            {t(`receipts.modes.${one}`)}
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
