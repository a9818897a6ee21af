import type { sales } from '@dhanman/client';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceField, TextField } from '../patterns/field.js';
import { useCustomer, useCustomersLike } from './sales-queries.js';
import { useSettled } from './use-tax-quote.js';

interface CustomerFieldProps {
  readonly companyId: string;
  readonly value: string;
  readonly choose: (id: string) => void;
  readonly error: string | undefined;
}

/** Whom a document is for. Where there are more customers than a list can hold, one looks for them by name. */
export const CustomerField = memo(Field);

function Field({ companyId, value, choose, error }: CustomerFieldProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const all = useCustomersLike(companyId, '');
  const found = useCustomersLike(companyId, useSettled(text.trim()));
  const options = useWithChosen(companyId, found.data?.items ?? [], value);
  return (
    <>
      {all.data && all.data.nextCursor !== null && (
        <TextField
          name="find"
          type="search"
          maxLength={100}
          autoComplete="off"
          label={t('customers.find')}
          hint={t('customers.findHint')}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
      )}
      <ChoiceField
        name="customerId"
        required
        label={t('invoices.customer')}
        value={value}
        error={error}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      >
        <option value="">{t('invoices.chooseCustomer')}</option>
        {options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </ChoiceField>
    </>
  );
}

/** Who is chosen stays chosen, whatever is looked for next. */
function useWithChosen(companyId: string, found: readonly sales.Customer[], value: string) {
  const isFound = value === '' || found.some(({ id }) => id === value);
  const { data: chosen } = useCustomer(companyId, isFound ? undefined : value);
  return isFound || !chosen ? found : [chosen, ...found];
}
