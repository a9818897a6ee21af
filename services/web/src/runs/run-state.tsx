import type { sales } from '@dhanman/client';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconClock,
  IconLoader2,
  IconPlayerStop,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StateChip } from '../patterns/state-chip.js';
import making from '../sales/making.module.css';

const looks = {
  running: { tone: 'progress', icon: IconLoader2 },
  finished: { tone: 'good', icon: IconCircleCheck },
  cancelled: { tone: 'neutral', icon: IconPlayerStop },
} as const;

/** Whether it goes on, and how many were refused. */
export function RunState({ run: { state, failed } }: { readonly run: sales.InvoiceRun }) {
  const { t } = useTranslation();
  return (
    <span className={making.chips}>
      <StateChip {...looks[state]}>{t(`runs.states.${state}`)}</StateChip>
      {failed > 0 && (
        <StateChip tone="bad" icon={IconAlertTriangle}>
          {t('runs.failed', { count: failed })}
        </StateChip>
      )}
    </span>
  );
}

const billLooks = {
  waiting: { tone: 'progress', icon: IconClock },
  made: { tone: 'good', icon: IconCircleCheck },
  failed: { tone: 'bad', icon: IconAlertTriangle },
} as const;

export function BillState({ state }: { readonly state: sales.RunBillState }) {
  const { t } = useTranslation();
  return <StateChip {...billLooks[state]}>{t(`runs.billStates.${state}`)}</StateChip>;
}
