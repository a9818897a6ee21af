import type { Operation, sales } from '@dhanman/client';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatRupees } from '../formats/amount.js';
import { formatDate } from '../formats/date.js';
import { Records, type Column } from '../patterns/records.js';
import { DatedAct } from '../sales/dated-act.js';
import classes from './receipts.module.css';

interface AllocationsProps {
  readonly companyId: string;
  /** What gave the money: a receipt, or a credit note. */
  readonly giver: Pick<sales.Receipt, 'id' | 'version' | 'allocations'>;
  /** Left out where nothing can be taken off an invoice now. */
  readonly release: Operation<unknown, unknown> | undefined;
}

/** Which invoices a receipt or a credit note has settled, each to be taken off again. */
export function Allocations({ companyId, giver, release }: AllocationsProps) {
  const { t } = useTranslation();
  const { allocations } = giver;
  if (allocations.length === 0) return null;
  return (
    <section className={classes.section} aria-label={t('receipts.settled')}>
      <h2>{t('receipts.settled')}</h2>
      <Records
        label={t('receipts.settled')}
        rows={allocations}
        keyOf={({ id }) => id}
        columns={columns(t)}
        {...(release && {
          actions: (allocation: sales.Allocation) =>
            allocation.releasedOn === null && <Release {...{ companyId, giver, release, allocation }} />,
        })}
      />
    </section>
  );
}

interface ReleaseProps extends AllocationsProps {
  readonly release: Operation<unknown, unknown>;
  readonly allocation: sales.Allocation;
}

function Release({ companyId, giver, release, allocation }: ReleaseProps) {
  const { t } = useTranslation();
  const { id, invoiceNumber: number, amount } = allocation;
  return (
    <DatedAct
      {...{ companyId, document: giver }}
      operation={release}
      verb={t('receipts.release')}
      label={t('receipts.releaseFrom', { number })}
      bodyOf={({ on = '' }) => ({ on, allocationIds: [id] })}
    >
      {() => <p>{t('receipts.releaseText', { number, amount: formatRupees(amount) })}</p>}
    </DatedAct>
  );
}

const columns = (t: TFunction): readonly Column<sales.Allocation>[] => [
  {
    label: t('receipts.invoice'),
    cell: ({ invoiceId, invoiceNumber }) => (
      <Link to="/invoices/$id" params={{ id: invoiceId }}>
        {invoiceNumber}
      </Link>
    ),
  },
  { label: t('receipts.on'), cell: ({ on }) => formatDate(on) },
  { label: t('receipts.amount'), cell: ({ amount }) => formatRupees(amount), isFigure: true, isLoud: true },
  {
    label: t('receipts.released'),
    cell: ({ releasedOn }) => (releasedOn === null ? '–' : formatDate(releasedOn)),
  },
];
