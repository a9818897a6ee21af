import type { common } from '@dhanman/client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../patterns/problem-note.js';
import { chooseCompany } from '../session/chosen-company.js';
import { chooseOrganization } from '../session/choose-organization.js';
import { useYears } from '../session/chosen-year.js';
import { useCompany, useMe } from '../session/me.js';
import classes from './context-switcher.module.css';

/** In whose books one is, and in which year of them. A choice only where there is one; kept on this device. */
export function ContextSwitcher() {
  const me = useMe();
  if (!me) return null;
  return (
    <div className={classes.context}>
      <Organization me={me} />
      <Company me={me} />
      <Year />
    </div>
  );
}

interface PartProps {
  readonly me: common.Me;
}

function Organization({ me }: PartProps) {
  const { t } = useTranslation();
  const [error, setError] = useState<unknown>();
  const { id, name } = me.organization;
  if (error !== undefined) return <ProblemNote error={error} retry={() => setError(undefined)} />;
  if (me.organizations.length < 2) return <span className={classes.organization}>{name}</span>;
  return (
    <Choice
      label={t('context.organization')}
      value={id}
      options={me.organizations}
      choose={(chosen) => void chooseOrganization(chosen).catch(setError)}
    />
  );
}

function Company({ me }: PartProps) {
  const { t } = useTranslation();
  const company = useCompany();
  const open = me.companies.filter(({ isActive }) => isActive);
  if (!company) return null;
  if (open.length === 1) return company.name === me.organization.name ? null : <span>{company.name}</span>;
  return (
    <Choice
      label={t('context.company')}
      value={company.id}
      options={open}
      choose={(chosen) => chooseCompany(me.organization.id, chosen)}
    />
  );
}

function Year() {
  const { t } = useTranslation();
  const { all, year, choose } = useYears();
  if (!year || all.length < 2) return null;
  const options = all.map(({ id, label }) => ({ id, name: label }));
  return <Choice label={t('context.year')} value={year.id} options={options} choose={choose} />;
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly choose: (id: string) => void;
}

function Choice({ label, value, options, choose }: ChoiceProps) {
  return (
    <select
      className={classes.choice}
      aria-label={label}
      value={value}
      onChange={({ target }) => choose(target.value)}
    >
      {options.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
