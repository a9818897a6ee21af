import type { sales } from '@dhanman/client';
import { IconPlayerSkipForward } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../formats/instant.js';
import type { Column } from '../patterns/records.js';
import { StateChip } from '../patterns/state-chip.js';
import { mailLooks } from '../sales/mail-looks.js';

type Of = readonly Column<sales.Reminder>[];

/** When it was asked for, at which stage, and what became of it. */
export const reminderColumns = (t: TFunction): Of => [
  { label: t('reminders.when'), cell: ({ askedAt }) => formatInstant(Date.parse(askedAt)) },
  { label: t('reminders.stage'), cell: (reminder) => <Stage reminder={reminder} /> },
  { label: t('reminders.recipient'), cell: ({ recipient }) => recipient ?? '–' },
  { label: t('reminders.state'), cell: (reminder) => <State reminder={reminder} />, isLoud: true },
];

export const invoiceColumn = (t: TFunction): Of[number] => ({
  label: t('reminders.invoice'),
  cell: ({ invoiceId: id, invoiceNumber }) => (
    <Link to="/invoices/$id" params={{ id }}>
      {invoiceNumber}
    </Link>
  ),
});

export const customerColumn = (t: TFunction): Of[number] => ({
  label: t('reminders.customer'),
  cell: ({ customerId: id, customerName }) => (
    <Link to="/customers/$id" params={{ id }}>
      {customerName}
    </Link>
  ),
});

interface ReminderProps {
  readonly reminder: sales.Reminder;
}

function Stage({ reminder: { days, isByHand } }: ReminderProps) {
  const { t } = useTranslation();
  if (isByHand) return t('reminders.byHand');
  return t(`reminders.stages.${days < 0 ? 'before' : days > 0 ? 'after' : 'on'}`, { count: Math.abs(days) });
}

const looks = { ...mailLooks, skipped: { tone: 'neutral', icon: IconPlayerSkipForward } } as const;

function State({ reminder: { state, skippedBecause, reason } }: ReminderProps) {
  const { t } = useTranslation();
  return (
    <>
      <StateChip {...looks[state]}>{t(`reminders.states.${state}`)}</StateChip>
      {state === 'unknown' && <p>{t('invoices.mail.unknownText')}</p>}
      {skippedBecause !== null && <p>{t(`reminders.skips.${skippedBecause}`)}</p>}
      {reason !== null && <p lang="en">{reason}</p>}
    </>
  );
}
