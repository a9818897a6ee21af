import { common, sales } from '@dhanman/client';
import { IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { Loaded } from '../patterns/loaded.js';
import { useMay } from '../session/me.js';
import classes from './home-page.module.css';

/** Beyond it nobody counts: the list itself says more. */
const most = 50;

const read = { invoices: 'dhanman.sales.invoice.read', journals: 'dhanman.common.journal.read' } as const;

const counted = [
  { what: 'submittedInvoices', of: 'invoices', state: 'submitted' },
  { what: 'rejectedInvoices', of: 'invoices', state: 'rejected' },
  { what: 'submittedJournals', of: 'journals', state: 'submitted' },
] as const;

type Counted = (typeof counted)[number];

/** What goes on only when a person has looked at it. */
export function Waiting({ companyId }: { readonly companyId: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const asked = counted.filter(({ of }) => may(read[of]));
  const query = useQuery({
    queryKey: ['waiting', companyId, asked.length],
    queryFn: async ({ signal }) =>
      Promise.all(asked.map(async (one) => ({ ...one, count: await countOf(companyId, one, signal) }))),
    enabled: asked.length > 0,
  });
  if (asked.length === 0) return null;
  return (
    <section className={`${classes.card} ${classes.waits}`}>
      <h2>{t('waiting.title')}</h2>
      <Loaded query={query}>{(all) => <List found={all.filter(({ count }) => count > 0)} />}</Loaded>
    </section>
  );
}

function List({ found }: { readonly found: readonly (Counted & { readonly count: number })[] }) {
  const { t } = useTranslation();
  if (found.length === 0) {
    return (
      <p className={classes.nothing}>
        <IconCheck size={16} stroke={1.75} aria-hidden />
        {t('waiting.nothing')}
      </p>
    );
  }
  return (
    <ul className={classes.waiting}>
      {found.map((one) => (
        <li key={one.what}>
          <ListLink counted={one} />
          <span className="numbers">
            {one.count >= most ? t('waiting.more', { count: one.count }) : one.count}
          </span>
        </li>
      ))}
    </ul>
  );
}

function ListLink({ counted: { what, of, state } }: { readonly counted: Counted }) {
  const { t } = useTranslation();
  const words = t(`waiting.${what}`);
  if (of === 'invoices') {
    return (
      <Link to="/invoices" search={{ state }}>
        {words}
      </Link>
    );
  }
  return (
    <Link to="/journals" search={{ state }}>
      {words}
    </Link>
  );
}

async function countOf(companyId: string, { of, state }: Counted, signal: AbortSignal): Promise<number> {
  const request = { path: { companyId }, query: { state, limit: most } };
  const answer =
    of === 'invoices'
      ? await api(sales.invoicesList, request, { signal })
      : await api(
          common.manualJournalsList,
          { ...request, query: { ...request.query, state: 'submitted' } },
          { signal },
        );
  return answer.body.items.length;
}
