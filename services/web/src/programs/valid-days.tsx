import { useTranslation } from 'react-i18next';
import { ChoiceField } from '../patterns/field.js';

interface ValidDaysProps {
  readonly choices: readonly number[];
  readonly error: string | undefined;
}

/** After how many days a program gets in no more. */
export function ValidDays({ choices, error }: ValidDaysProps) {
  const { t } = useTranslation();
  return (
    <ChoiceField name="validDays" required defaultValue="90" label={t('apiKeys.valid')} error={error}>
      {choices.map((days) => (
        <option key={days} value={days}>
          {t('apiKeys.days', { count: days })}
        </option>
      ))}
    </ChoiceField>
  );
}
