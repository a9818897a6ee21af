import type { sales } from '@dhanman/client';
import { IconAlertTriangle, IconCheck, IconCopyCheck, IconUserPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { type Column, Records } from '../patterns/records.js';
import { SheetProblems } from '../patterns/sheet-problems.js';
import { StateChip } from '../patterns/state-chip.js';
import classes from './customers.module.css';

type Found = sales.CustomerImport['customers'][number];

/** Whom a sheet names, its mistakes first: they are what somebody has to do something about. */
export function ImportedCustomers({ found }: { readonly found: sales.CustomerImport }) {
  const { t } = useTranslation();
  return (
    <div aria-live="polite">
      <SheetProblems problems={found.problems} whole={t('customers.import.whole')} />
      <section className={classes.section}>
        <h2>{t('customers.title')}</h2>
        <Records
          label={t('customers.title')}
          rows={found.customers}
          keyOf={({ row }) => String(row)}
          columns={columns(t)}
        />
      </section>
    </div>
  );
}

const columns = (t: TFunction): readonly Column<Found>[] => [
  { label: t('customers.name'), cell: (one) => <Name of={one} /> },
  { label: t('customers.gstin'), cell: ({ gstin }) => gstin || '–' },
  { label: t('sheet.row'), cell: ({ row }) => row, isFigure: true },
  { label: t('invoices.state'), cell: ({ outcome }) => <Outcome outcome={outcome} /> },
];

function Name({ of: { name, customerId } }: { readonly of: Found }) {
  if (customerId === null) return name || '–';
  return (
    <Link to="/customers/$id" params={{ id: customerId }}>
      {name}
    </Link>
  );
}

const looks = {
  ready: { tone: 'good', icon: IconCheck },
  imported: { tone: 'good', icon: IconUserPlus },
  known: { tone: 'neutral', icon: IconCopyCheck },
  refused: { tone: 'bad', icon: IconAlertTriangle },
} as const;

function Outcome({ outcome }: Pick<Found, 'outcome'>) {
  const { t } = useTranslation();
  return <StateChip {...looks[outcome]}>{t(`customers.import.outcomes.${outcome}`)}</StateChip>;
}
