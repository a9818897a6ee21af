import type { common } from '@dhanman/client';
import { IconCircleCheck, IconHourglass, IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StateChip } from '../patterns/state-chip.js';

const looks = {
  draft: { tone: 'neutral', icon: IconPencil },
  submitted: { tone: 'progress', icon: IconHourglass },
  approved: { tone: 'good', icon: IconCircleCheck },
  discarded: { tone: 'neutral', icon: IconTrash },
} as const;

type Budget = Pick<common.BudgetSummary, 'state' | 'isInForce'>;

export function BudgetState({ budget: { state, isInForce } }: { readonly budget: Budget }) {
  const { t } = useTranslation();
  const word = isInForce ? t('budgets.inForce') : t(`budgets.states.${state}`);
  return <StateChip {...looks[state]}>{word}</StateChip>;
}
