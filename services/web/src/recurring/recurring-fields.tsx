import { Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceField, TextField } from '../patterns/field.js';
import making from '../sales/making.module.css';
import { CustomerField } from '../sales/customer-field.js';
import { blankPrice, type DraftPrice, type DraftRecurring } from './draft-recurring.js';
import classes from './recurring.module.css';

export interface RecurringFieldsProps {
  readonly draft: DraftRecurring;
  readonly change: (draft: DraftRecurring) => void;
  readonly errorOf: (path: string) => string | undefined;
}

type Name = Exclude<keyof DraftRecurring, 'lines' | 'prices' | 'options'>;
type Changed = ChangeEvent<HTMLInputElement | HTMLSelectElement>;

const rhythms = ['week', 'month', 'quarter', 'half-year', 'year'] as const;

function useField({ draft, change, errorOf }: RecurringFieldsProps) {
  return (name: Name, path: string = name) => ({
    name: path,
    value: draft[name],
    error: errorOf(path),
    onChange: ({ currentTarget }: Changed) => change({ ...draft, [name]: currentTarget.value }),
  });
}

/** Whom it is for, and what is made of each date. */
export function HeadFields({ companyId, ...props }: RecurringFieldsProps & { readonly companyId: string }) {
  const { t } = useTranslation();
  const field = useField(props);
  return (
    <div className={making.fields}>
      <TextField {...field('name')} required maxLength={100} autoComplete="off" label={t('recurring.name')} />
      <CustomerField
        companyId={companyId}
        value={props.draft.customerId}
        choose={(customerId) => props.change({ ...props.draft, customerId })}
        error={props.errorOf('customerId')}
      />
      <ChoiceField {...field('makes')} required label={t('recurring.makes')}>
        <option value="draft">{t('recurring.making.draft')}</option>
        <option value="issued">{t('recurring.making.issued')}</option>
      </ChoiceField>
    </div>
  );
}

export function RhythmFields(props: RecurringFieldsProps) {
  const { t } = useTranslation();
  const field = useField(props);
  return (
    <>
      <div className={making.fields}>
        <ChoiceField {...field('every', 'rhythm.every')} required label={t('recurring.rhythm')}>
          {rhythms.map((one) => (
            <option key={one} value={one}>
              {t(`recurring.every.${one}`)}
            </option>
          ))}
        </ChoiceField>
        <TextField
          {...field('startsOn', 'rhythm.startsOn')}
          type="date"
          required
          label={t('recurring.startsOn')}
        />
        <TextField {...field('endsOn', 'rhythm.endsOn')} type="date" label={t('recurring.endsOn')} />
        <TextField
          {...field('times', 'rhythm.times')}
          type="number"
          min={1}
          max={1000}
          label={t('recurring.times')}
        />
        <TextField {...field('dueDays')} type="number" min={0} max={365} label={t('recurring.dueDays')} />
      </div>
      <TextField {...field('notes')} maxLength={500} label={t('recurring.notes')} />
    </>
  );
}

/** Prices that are known to change: from which period on, and of which line. */
export function PriceChanges({ draft, change, errorOf }: RecurringFieldsProps) {
  const { t } = useTranslation();
  const { prices } = draft;
  const set = (next: readonly DraftPrice[]): void => change({ ...draft, prices: next });
  return (
    <fieldset className={classes.prices}>
      <legend>{t('recurring.priceChanges')}</legend>
      {prices.map((price, index) => (
        <Price
          key={price.key}
          {...{ price, index, errorOf }}
          change={(next) => set(prices.map((one) => (one.key === next.key ? next : one)))}
          remove={() => set(prices.filter(({ key }) => key !== price.key))}
        />
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
        onClick={() => set([...prices, blankPrice()])}
      >
        {t('recurring.addPrice')}
      </Button>
    </fieldset>
  );
}

interface PriceProps {
  readonly price: DraftPrice;
  readonly index: number;
  readonly change: (price: DraftPrice) => void;
  readonly remove: () => void;
  readonly errorOf: (path: string) => string | undefined;
}

function Price({ price, index, change, remove, errorOf }: PriceProps) {
  const { t } = useTranslation();
  const number = index + 1;
  const field = (name: 'from' | 'line' | 'price') => ({
    name: `priceChanges.${index}.${name}`,
    value: price[name],
    error: errorOf(`priceChanges.${index}.${name}`),
    label: t(`recurring.${name}`),
    onChange: ({ currentTarget }: Changed) => change({ ...price, [name]: currentTarget.value }),
  });
  return (
    <div className={classes.price} role="group" aria-label={t('recurring.priceNumber', { number })}>
      <TextField {...field('from')} type="date" required />
      <TextField {...field('line')} type="number" min={1} required />
      <TextField {...field('price')} inputMode="decimal" required />
      <Button variant="subtle" aria-label={t('recurring.removePrice', { number })} onClick={remove}>
        <IconTrash size={16} stroke={1.75} aria-hidden />
      </Button>
    </div>
  );
}
