import { sales } from '@dhanman/client';
import { IconArrowRight, IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { formatRupees } from '../formats/amount.js';
import { formatDate } from '../formats/date.js';
import { Loaded } from '../patterns/loaded.js';
import { useMay } from '../session/me.js';
import classes from './home-page.module.css';

/** More than one calls before lunch belongs into the list. */
const most = 5;

/** Whom one calls first: the bills that are due longest. */
export function OldestBills({ companyId }: { readonly companyId: string }) {
  const { t } = useTranslation();
  const may = useMay()('dhanman.sales.invoice.read');
  const query = useQuery({
    queryKey: ['oldest bills', companyId],
    enabled: may,
    queryFn: async ({ signal }) => {
      const asked = { payment: 'overdue', sort: 'dueOn', limit: most } as const;
      return (await api(sales.invoicesList, { path: { companyId }, query: asked }, { signal })).body.items;
    },
  });
  if (!may) return null;
  return (
    <section className={classes.card} aria-label={t('collecting.oldest')}>
      <h3>{t('collecting.oldest')}</h3>
      <Loaded query={query}>
        {(bills) => (bills.length === 0 ? <NothingLate /> : <Bills bills={bills} />)}
      </Loaded>
    </section>
  );
}

function NothingLate() {
  const { t } = useTranslation();
  return (
    <p className={classes.nothing}>
      <IconCheck size={16} stroke={1.75} aria-hidden />
      {t('collecting.nothingLate')}
    </p>
  );
}

function Bills({ bills }: { readonly bills: readonly sales.InvoiceSummary[] }) {
  const { t } = useTranslation();
  return (
    <>
      <ul className={classes.waiting}>
        {bills.map(({ id, number, customerId, customerName, dueOn, on, outstanding }) => (
          <li key={id}>
            <span>
              <Link to="/customers/$id" params={{ id: customerId }}>
                {customerName}
              </Link>
              {' · '}
              <Link to="/invoices/$id" params={{ id }}>
                {number}
              </Link>
              <span className={classes.label}>
                {' '}
                {dueOn === null
                  ? t('collecting.billedOn', { day: formatDate(on) })
                  : t('collecting.dueOn', { day: formatDate(dueOn) })}
              </span>
            </span>
            <span className="numbers">{formatRupees(outstanding)}</span>
          </li>
        ))}
      </ul>
      <Link to="/invoices" search={{ payment: 'overdue', sort: 'dueOn' }} className={classes.more}>
        {t('collecting.all')}
        <IconArrowRight size={16} stroke={1.75} aria-hidden />
      </Link>
    </>
  );
}
