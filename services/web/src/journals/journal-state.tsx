import type { common } from '@dhanman/client';
import { IconBook2, IconHourglass, IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StateChip } from '../patterns/state-chip.js';

const looks = {
  draft: { tone: 'neutral', icon: IconPencil },
  submitted: { tone: 'progress', icon: IconHourglass },
  posted: { tone: 'good', icon: IconBook2 },
  discarded: { tone: 'neutral', icon: IconTrash },
} as const;

type Journal = Pick<common.ManualJournalSummary, 'state' | 'approvals' | 'approvalsNeeded'>;

export function JournalState({
  journal: { state, approvals, approvalsNeeded },
}: {
  readonly journal: Journal;
}) {
  const { t } = useTranslation();
  const isSecond = state === 'submitted' && approvalsNeeded === 2;
  const word = isSecond
    ? t('journals.waitingOfTwo', { given: approvals.length })
    : t(`journals.states.${state}`);
  return <StateChip {...looks[state]}>{word}</StateChip>;
}
