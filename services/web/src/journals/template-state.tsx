import type { common } from '@dhanman/client';
import {
  IconCalendarRepeat,
  IconCircleCheck,
  IconPencil,
  IconPlayerPause,
  IconTrash,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StateChip } from '../patterns/state-chip.js';

const looks = {
  draft: { tone: 'neutral', icon: IconPencil },
  active: { tone: 'good', icon: IconCalendarRepeat },
  paused: { tone: 'progress', icon: IconPlayerPause },
  finished: { tone: 'neutral', icon: IconCircleCheck },
  discarded: { tone: 'neutral', icon: IconTrash },
} as const;

type Template = Pick<common.JournalTemplate, 'state' | 'recurrence'>;

/** One without dates waits for nobody: it is there to begin journals from. */
export function TemplateState({ template: { state, recurrence } }: { readonly template: Template }) {
  const { t } = useTranslation();
  const isByHand = recurrence === null && state === 'draft';
  return (
    <StateChip {...looks[state]}>
      {t(isByHand ? 'journalTemplates.byHand' : `journalTemplates.states.${state}`)}
    </StateChip>
  );
}
