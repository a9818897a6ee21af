import type { common } from '@dhanman/client';
import { IconAlertTriangle, IconCheck, IconCopyCheck, IconPencil } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatAmount } from '../formats/amount.js';
import { formatDate } from '../formats/date.js';
import { Records, type Column } from '../patterns/records.js';
import { StateChip } from '../patterns/state-chip.js';
import classes from './import-journals.module.css';

type Found = common.JournalImport['journals'][number];
type Problem = common.JournalImport['problems'][number];

/** What a sheet contains, its mistakes first: they are what somebody has to do something about. */
export function ImportedJournals({ found }: { readonly found: common.JournalImport }) {
  const { t } = useTranslation();
  const problems = found.problems.map((one, index) => ({ ...one, key: String(index) }));
  return (
    <div aria-live="polite">
      {problems.length > 0 && (
        <section className={classes.found}>
          <h2>{t('journalImport.problems')}</h2>
          <Records
            label={t('journalImport.problems')}
            rows={problems}
            keyOf={({ key }) => key}
            columns={problemColumns(t)}
          />
        </section>
      )}
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

const problemColumns = (t: TFunction): readonly Column<Problem>[] => [
  { label: t('journalImport.row'), cell: ({ row }) => row },
  { label: t('journalImport.column'), cell: ({ column }) => column ?? t('journalImport.whole') },
  { label: t('journalImport.problem'), cell: ({ message }) => <span lang="en">{message}</span> },
];

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
