import type { sales } from '@dhanman/client';
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconBook,
  IconHourglass,
  IconReceiptOff,
  IconTrash,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StateChip } from '../patterns/state-chip.js';

const looks = {
  waiting: { tone: 'progress', icon: IconHourglass },
  posted: { tone: 'good', icon: IconBook },
  rejected: { tone: 'bad', icon: IconAlertTriangle },
  undoing: { tone: 'progress', icon: IconHourglass },
  bounced: { tone: 'bad', icon: IconReceiptOff },
  reversed: { tone: 'neutral', icon: IconArrowBackUp },
  withdrawn: { tone: 'neutral', icon: IconTrash },
} as const;

export function ReceiptState({ state }: Pick<sales.ReceiptSummary, 'state'>) {
  const { t } = useTranslation();
  return <StateChip {...looks[state]}>{t(`receipts.states.${state}`)}</StateChip>;
}
