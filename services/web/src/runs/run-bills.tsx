import type { sales } from '@dhanman/client';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatRupees } from '../formats/amount.js';
import { ChoiceField } from '../patterns/field.js';
import { Records, type Column } from '../patterns/records.js';
import { InvoiceState } from '../sales/invoice-state.js';
import making from '../sales/making.module.css';
import { Paged } from '../sales/paged.js';
import { billsKey, useRunBills } from './run-queries.js';
import { BillState } from './run-state.js';
import classes from './runs.module.css';

interface RunBillsProps {
  readonly companyId: string;
  readonly run: sales.InvoiceRun;
}

const states = ['waiting', 'made', 'failed'] as const;

/** The bill of each customer; of one that was refused the reason. */
export function RunBills({ companyId, run }: RunBillsProps) {
  const { t } = useTranslation();
  const [state, choose] = useState<sales.RunBillState>();
  const query = useRunBills(companyId, run.id, state);
  useFreshBills(companyId, run);
  return (
    <section className={making.part}>
      <h2>{t('runs.bills')}</h2>
      <div className={classes.filters}>
        <ChoiceField
          name="state"
          required
          label={t('runs.shown')}
          value={state ?? ''}
          onChange={({ currentTarget }) => choose(states.find((one) => one === currentTarget.value))}
        >
          <option value="">{t('runs.allBills')}</option>
          {states.map((one) => (
            <option key={one} value={one}>
              {t(`runs.billStates.${one}`)}
            </option>
          ))}
        </ChoiceField>
      </div>
      <Paged query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <p>{t('runs.noBills')}</p>
          ) : (
            <Records
              label={t('runs.bills')}
              rows={rows}
              keyOf={({ customerId }) => customerId}
              columns={columns(t)}
            />
          )
        }
      </Paged>
    </section>
  );
}

/** Whenever the counts have moved, the bills on the screen have too. */
function useFreshBills(companyId: string, { id, made, failed, waiting }: sales.InvoiceRun): void {
  const client = useQueryClient();
  useEffect(() => {
    void client.invalidateQueries({ queryKey: billsKey(companyId, id) });
  }, [client, companyId, id, made, failed, waiting]);
}

const columns = (t: TFunction): readonly Column<sales.RunBill>[] => [
  { label: t('runs.customer'), cell: ({ customerName }) => customerName },
  { label: t('runs.outcome'), cell: (bill) => <Outcome bill={bill} /> },
  {
    label: t('runs.amount'),
    cell: ({ invoice }) => (invoice ? formatRupees(invoice.total) : '–'),
    isFigure: true,
    isLoud: true,
  },
];

function Outcome({ bill: { state, invoice, failure } }: { readonly bill: sales.RunBill }) {
  const { t } = useTranslation();
  if (!invoice) {
    return (
      <span className={making.chips}>
        <BillState state={state} />
        {failure && <span lang="en">{failure.reason}</span>}
      </span>
    );
  }
  return (
    <span className={making.chips}>
      <Link to="/invoices/$id" params={{ id: invoice.id }}>
        {invoice.number ?? t('runs.draftMade')}
      </Link>
      <InvoiceState state={invoice.state} />
    </span>
  );
}
