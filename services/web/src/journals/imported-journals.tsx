import type { common } from '@dhanman/client';
import { IconAlertTriangle, IconCheck, IconCopyCheck, IconPencil } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatAmount } from '../formats/amount.js';
import { formatDate } from '../formats/date.js';
import { Records, type Column } from '../patterns/records.js';
import { StateChip } from '../patterns/state-chip.js';
import { SheetProblems } from '../patterns/sheet-problems.js';
import classes from '../patterns/sheet.module.css';

type Found = common.JournalImport['journals'][number];

/** What a sheet contains, its mistakes first: they are what somebody has to do something about. */
export function ImportedJournals({ found }: { readonly found: common.JournalImport }) {
  const { t } = useTranslation();
  return (
    <div aria-live="polite">
      <SheetProblems problems={found.problems} whole={t('journalImport.whole')} />
      <section className={classes.found}>
        <h2>{t('journals.title')}</h2>
        <Records
          label={t('journals.title')}
          rows={found.journals}
          keyOf={({ voucher }) => voucher}
          columns={columns(t)}
        />
      </section>
    </div>
  );
}

const columns = (t: TFunction): readonly Column<Found>[] => [
  { label: t('journalImport.voucher'), cell: ({ voucher }) => voucher },
  { label: t('journals.on'), cell: ({ on }) => (/^\d{4}-\d\d-\d\d$/.test(on) ? formatDate(on) : on || '–') },
  { label: t('journals.narration'), cell: (one) => <Narration of={one} /> },
  {
    label: t('journals.amount'),
    cell: ({ total }) => <span className={classes.amount}>{total === null ? '–' : formatAmount(total)}</span>,
    isFigure: true,
    isLoud: true,
  },
  { label: t('journals.state'), cell: ({ outcome }) => <Outcome outcome={outcome} /> },
];

function Narration({ of: { narration, journalId } }: { readonly of: Found }) {
  if (journalId === null) return narration || '–';
  return (
    <Link to="/journals/$id" params={{ id: journalId }}>
      {narration}
    </Link>
  );
}

const looks = {
  ready: { tone: 'good', icon: IconCheck },
  imported: { tone: 'neutral', icon: IconPencil },
  known: { tone: 'neutral', icon: IconCopyCheck },
  refused: { tone: 'bad', icon: IconAlertTriangle },
} as const;

function Outcome({ outcome }: Pick<Found, 'outcome'>) {
  const { t } = useTranslation();
  return <StateChip {...looks[outcome]}>{t(`journalImport.outcomes.${outcome}`)}</StateChip>;
}
