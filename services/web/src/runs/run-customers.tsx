import type { sales } from '@dhanman/client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckField } from '../patterns/check-field.js';
import { ChoiceField, TextField } from '../patterns/field.js';
import { Loaded } from '../patterns/loaded.js';
import { useSettled } from '../sales/use-tax-quote.js';
import type { ChosenCustomer, Whom } from './draft-run.js';
import type { RunFieldsProps } from './run-fields.js';
import { useFoundCustomers } from './run-queries.js';
import classes from './runs.module.css';

type Props = RunFieldsProps & { readonly companyId: string };

/** Whom it bills: everybody, whom a text finds when it begins, or whom one has picked. */
export function RunCustomers(props: Props) {
  const { t } = useTranslation();
  const { draft, change, errorOf } = props;
  return (
    <fieldset className={classes.customers}>
      <legend>{t('runs.customers')}</legend>
      <div className={classes.whom}>
        <ChoiceField
          name="customers"
          required
          label={t('runs.whom')}
          value={draft.whom}
          error={errorOf('customers') ?? errorOf('customers.ids')}
          onChange={({ currentTarget }) => change({ ...draft, whom: currentTarget.value as Whom })}
        >
          <option value="all">{t('runs.whoms.all')}</option>
          <option value="found">{t('runs.whoms.found')}</option>
          <option value="chosen">{t('runs.whoms.chosen')}</option>
        </ChoiceField>
        {draft.whom === 'found' && (
          <TextField
            name="customers.q"
            required
            maxLength={100}
            autoComplete="off"
            label={t('runs.q')}
            value={draft.q}
            error={errorOf('customers.q')}
            onChange={({ currentTarget }) => change({ ...draft, q: currentTarget.value })}
          />
        )}
      </div>
      {draft.whom === 'chosen' && <Picker {...props} />}
    </fieldset>
  );
}

function Picker({ companyId, draft, change }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const found = useFoundCustomers(companyId, useSettled(text.trim()));
  const { chosen } = draft;
  const pick = ({ id, name }: ChosenCustomer, isPicked: boolean): void => {
    const others = chosen.filter((one) => one.id !== id);
    change({ ...draft, chosen: isPicked ? [...others, { id, name }] : others });
  };
  return (
    <>
      <TextField
        name="find"
        type="search"
        maxLength={100}
        autoComplete="off"
        label={t('runs.find')}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <p aria-live="polite">{t('runs.chosen', { count: chosen.length })}</p>
      <Loaded query={found}>{(customers) => <Picks {...{ customers, chosen, pick }} />}</Loaded>
    </>
  );
}

interface PicksProps {
  readonly customers: readonly sales.Customer[];
  readonly chosen: readonly ChosenCustomer[];
  readonly pick: (customer: ChosenCustomer, isPicked: boolean) => void;
}

/** Who is picked stays in sight, whatever is looked for next. */
function Picks({ customers, chosen, pick }: PicksProps) {
  const { t } = useTranslation();
  const picked = new Set(chosen.map(({ id }) => id));
  const rows = [...chosen, ...customers.filter(({ id }) => !picked.has(id))];
  if (rows.length === 0) return <p>{t('runs.nobodyFound')}</p>;
  return (
    <ul className={classes.picks} aria-label={t('runs.whoms.chosen')}>
      {rows.map(({ id, name }) => (
        <li key={id}>
          <CheckField
            name={`pick.${id}`}
            label={name}
            checked={picked.has(id)}
            onChange={({ currentTarget }) => pick({ id, name }, currentTarget.checked)}
          />
        </li>
      ))}
    </ul>
  );
}
