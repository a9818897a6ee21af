import type { sales } from '@dhanman/client';
import { languageIn } from '../preferences/preferences.js';

type Values = Readonly<Record<string, string>>;

/** The plan as it stands in the form, whose fields carry the names under which the service refuses them. */
export function typedPlan(values: Values, ids: readonly (string | null)[]): sales.ReminderPlan {
  return {
    isActive: values['isActive'] === 'on',
    language: languageIn(values['language']) ?? null,
    stages: ids.map((id, index) => typedStage(values, id, index)),
  };
}

export function typedStage(values: Values, id: string | null, index: number): sales.ReminderStage {
  const at = (path: string): string => values[`stages.${index}.${path}`] ?? '';
  const words = (language: 'en' | 'hi') => ({
    subject: at(`${language}.subject`),
    text: at(`${language}.text`).replaceAll('\r\n', '\n'),
  });
  return { id, days: daysIn(at('days')), en: words('en'), hi: words('hi') };
}

/** A minus is typed in more than one way. What is no number is sent as none, so that it is refused where it stands. */
function daysIn(text: string): number {
  const typed = text.trim().replace(/^[−–]/, '-');
  return typed === '' ? Number.NaN : Number(typed);
}
