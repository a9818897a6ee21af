import type { sales } from '@dhanman/client';
import {
  IconAlertTriangle,
  IconCalendarRepeat,
  IconCircleCheck,
  IconPlayerPause,
  IconTrash,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StateChip } from '../patterns/state-chip.js';
import making from '../sales/making.module.css';

const looks = {
  active: { tone: 'good', icon: IconCalendarRepeat },
  paused: { tone: 'progress', icon: IconPlayerPause },
  finished: { tone: 'neutral', icon: IconCircleCheck },
  discarded: { tone: 'neutral', icon: IconTrash },
} as const;

type Shown = Pick<sales.RecurringInvoiceSummary, 'state' | 'failed'>;

/** Whether it goes on, and whether something was in the way. */
export function RecurringState({ recurring: { state, failed } }: { readonly recurring: Shown }) {
  const { t } = useTranslation();
  return (
    <span className={making.chips}>
      <StateChip {...looks[state]}>{t(`recurring.states.${state}`)}</StateChip>
      {failed > 0 && (
        <StateChip tone="bad" icon={IconAlertTriangle}>
          {t('recurring.failed', { count: failed })}
        </StateChip>
      )}
    </span>
  );
}
