import type { sales } from '@dhanman/client';
import {
  IconAlertTriangle,
  IconBook,
  IconBan,
  IconCheck,
  IconHourglass,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StateChip } from '../patterns/state-chip.js';

type State = sales.InvoiceSummary['state'];

const looks = {
  draft: { tone: 'neutral', icon: IconPencil },
  submitted: { tone: 'progress', icon: IconHourglass },
  approved: { tone: 'good', icon: IconCheck },
  discarded: { tone: 'neutral', icon: IconTrash },
  issued: { tone: 'progress', icon: IconHourglass },
  posted: { tone: 'good', icon: IconBook },
  rejected: { tone: 'bad', icon: IconAlertTriangle },
  cancelled: { tone: 'neutral', icon: IconBan },
} as const;

export function InvoiceState({ state }: { readonly state: State }) {
  const { t } = useTranslation();
  return <StateChip {...looks[state]}>{t(`invoices.states.${state}`)}</StateChip>;
}
