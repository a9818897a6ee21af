import type { common } from '@dhanman/client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceField, TextField } from '../patterns/field.js';
import classes from './journals.module.css';

interface RecurrenceFieldsProps {
  readonly recurrence: common.JournalRecurrence | null;
  readonly errorOf: (path: string) => string | undefined;
}

const rhythms = ['week', 'month', 'quarter', 'half-year', 'year'] as const;

/** Whether it recurs; what has to be known of that is asked only then. */
export function RecurrenceFields({ recurrence, errorOf }: RecurrenceFieldsProps) {
  const { t } = useTranslation();
  const [every, setEvery] = useState<string>(recurrence?.every ?? '');
  return (
    <fieldset className={classes.recurrence}>
      <ChoiceField
        name="recurrence.every"
        required
        label={t('journalTemplates.recurs')}
        value={every}
        onChange={({ currentTarget }) => setEvery(currentTarget.value)}
      >
        <option value="">{t('journalTemplates.every.never')}</option>
        {rhythms.map((one) => (
          <option key={one} value={one}>
            {t(`journalTemplates.every.${one}`)}
          </option>
        ))}
      </ChoiceField>
      {every !== '' && <Dates {...{ recurrence, errorOf }} />}
    </fieldset>
  );
}

function Dates({ recurrence, errorOf }: RecurrenceFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        name="recurrence.startsOn"
        type="date"
        required
        label={t('journalTemplates.startsOn')}
        defaultValue={recurrence?.startsOn ?? ''}
        error={errorOf('recurrence.startsOn')}
      />
      <End {...{ recurrence, errorOf }} />
      <ChoiceField
        name="recurrence.reverses"
        required
        label={t('journalTemplates.reverses')}
        defaultValue={recurrence?.reverses ?? 'never'}
      >
        <option value="never">{t('journalTemplates.reversal.never')}</option>
        <option value="next-month">{t('journalTemplates.reversal.next-month')}</option>
      </ChoiceField>
    </>
  );
}

function End({ recurrence, errorOf }: RecurrenceFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        name="recurrence.endsOn"
        type="date"
        label={t('journalTemplates.endsOn')}
        defaultValue={recurrence?.endsOn ?? ''}
        error={errorOf('recurrence.endsOn')}
      />
      <TextField
        name="recurrence.times"
        type="number"
        min={1}
        max={1000}
        label={t('journalTemplates.times')}
        defaultValue={recurrence?.times ?? ''}
        error={errorOf('recurrence.times')}
      />
    </>
  );
}
