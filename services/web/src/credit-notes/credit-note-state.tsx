import type { sales } from '@dhanman/client';
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconBook,
  IconCheck,
  IconHourglass,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StateChip } from '../patterns/state-chip.js';

const looks = {
  draft: { tone: 'neutral', icon: IconPencil },
  submitted: { tone: 'progress', icon: IconHourglass },
  approved: { tone: 'good', icon: IconCheck },
  discarded: { tone: 'neutral', icon: IconTrash },
  issued: { tone: 'progress', icon: IconHourglass },
  posted: { tone: 'good', icon: IconBook },
  rejected: { tone: 'bad', icon: IconAlertTriangle },
  undoing: { tone: 'progress', icon: IconHourglass },
  reversed: { tone: 'neutral', icon: IconArrowBackUp },
  withdrawn: { tone: 'neutral', icon: IconTrash },
} as const;

export function CreditNoteState({ state }: Pick<sales.CreditNoteSummary, 'state'>) {
  const { t } = useTranslation();
  return <StateChip {...looks[state]}>{t(`creditNotes.states.${state}`)}</StateChip>;
}
