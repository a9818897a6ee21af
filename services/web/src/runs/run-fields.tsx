import type { ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceField, TextField } from '../patterns/field.js';
import making from '../sales/making.module.css';
import { useMay } from '../session/me.js';
import type { DraftRun } from './draft-run.js';

export interface RunFieldsProps {
  readonly draft: DraftRun;
  readonly change: (draft: DraftRun) => void;
  readonly errorOf: (path: string) => string | undefined;
}

/** What it is called, what becomes of each bill, and its dates. */
export function HeadFields({ draft, change, errorOf }: RunFieldsProps) {
  const { t } = useTranslation();
  const mayIssue = useMay()('dhanman.sales.invoice.issue');
  const field = (name: 'name' | 'makes' | 'on' | 'dueOn' | 'notes') => ({
    name,
    value: draft[name],
    error: errorOf(name),
    label: t(`runs.${name}`),
    onChange: ({ currentTarget }: ChangeEvent<HTMLInputElement | HTMLSelectElement>) =>
      change({ ...draft, [name]: currentTarget.value }),
  });
  return (
    <>
      <div className={making.fields}>
        <TextField {...field('name')} required maxLength={100} autoComplete="off" hint={t('runs.nameHint')} />
        <ChoiceField {...field('makes')} required>
          <option value="draft">{t('runs.making.draft')}</option>
          {mayIssue && <option value="issued">{t('runs.making.issued')}</option>}
        </ChoiceField>
        <TextField {...field('on')} type="date" required />
        <TextField {...field('dueOn')} type="date" />
      </div>
      <TextField {...field('notes')} maxLength={500} />
    </>
  );
}
