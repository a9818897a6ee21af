import type { sales } from '@dhanman/client';
import { IconAlertTriangle, IconArrowBackUp, IconBook, IconHourglass, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StateChip } from '../patterns/state-chip.js';

const looks = {
  waiting: { tone: 'progress', icon: IconHourglass },
  posted: { tone: 'good', icon: IconBook },
  rejected: { tone: 'bad', icon: IconAlertTriangle },
  undoing: { tone: 'progress', icon: IconHourglass },
  reversed: { tone: 'neutral', icon: IconArrowBackUp },
  withdrawn: { tone: 'neutral', icon: IconTrash },
} as const;

export function RefundState({ state }: Pick<sales.RefundSummary, 'state'>) {
  const { t } = useTranslation();
  return <StateChip {...looks[state]}>{t(`refunds.states.${state}`)}</StateChip>;
}
