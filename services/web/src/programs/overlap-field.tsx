import { useTranslation } from 'react-i18next';
import { ChoiceField } from '../patterns/field.js';
import type { Values } from '../patterns/use-submission.js';

const overlaps = [0, 1, 24, 168] as const;

/** How long the secret until now goes on beside the new one, so that a program can be changed without a pause. */
export function OverlapField() {
  const { t } = useTranslation();
  return (
    <ChoiceField name="overlapHours" required defaultValue="24" label={t('programs.overlap')}>
      {overlaps.map((hours) => (
        <option key={hours} value={hours}>
          {t(`programs.overlapOf.after${hours}`)}
        </option>
      ))}
    </ChoiceField>
  );
}

export function overlapIn(values: Values): { readonly overlapHours: number } {
  return { overlapHours: Number(values['overlapHours'] ?? 24) };
}
