import { sales } from '@dhanman/client';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { formatRupees } from '../formats/amount.js';
import { ProblemNote } from '../patterns/problem-note.js';
import classes from './customers.module.css';

interface CustomerAgeingProps {
  readonly companyId: string;
  readonly customerId: string;
}

const figures = ['current', 'pastDue30', 'pastDue60', 'pastDueOver60', 'outstanding', 'unapplied'] as const;

/** What is open by how long it has been due, and the way to the bills behind it. */
export function CustomerAgeing({ companyId, customerId }: CustomerAgeingProps) {
  const { t } = useTranslation();
  const { data, error } = useQuery({
    queryKey: ['sales', companyId, 'ageing', customerId],
    queryFn: async ({ signal }) => {
      const request = { path: { companyId }, query: { customerId } };
      return (await api(sales.receivablesAgeing, request, { signal })).body;
    },
  });
  return (
    <section className={classes.section} aria-label={t('customers.owes')}>
      {error && <ProblemNote error={error} />}
      <ul className={classes.ageing}>
        {figures.map((name) => (
          <li key={name}>
            <Link
              to="/reports/$name"
              params={{ name: 'receivables-ageing' }}
              search={{ customerId }}
              className={classes.figure}
              data-loud={name === 'outstanding' || undefined}
            >
              <span>{t(`customers.ageing.${name}`)}</span>
              <span className="numbers">{data ? formatRupees(totalOf(data, name)) : '…'}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function totalOf({ columns, rows }: sales.Report, name: string): string {
  return rows.at(-1)?.cells[columns.findIndex((column) => column.name === name)] ?? '0.00';
}
