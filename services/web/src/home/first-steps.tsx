import { common, sales } from '@dhanman/client';
import { Button } from '@mantine/core';
import { IconCircle, IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { keptChoices } from '../session/kept-choices.js';
import { useMay } from '../session/me.js';
import classes from './home-page.module.css';

const steps = [
  { name: 'address', to: '/sales-settings' },
  { name: 'opening', to: '/opening-balances' },
  { name: 'product', to: '/products' },
  { name: 'customer', to: '/customers' },
  { name: 'invoice', to: '/invoices/new' },
] as const;

type Step = (typeof steps)[number]['name'];
type Done = Readonly<Record<Step, boolean>>;

/** Who may do all of them; others cannot take a step, so they are shown none. */
const needed = [
  'dhanman.sales.paper-setting.update',
  'dhanman.common.opening-balance.enter',
  'dhanman.sales.product.create',
  'dhanman.sales.customer.create',
  'dhanman.sales.invoice.create',
] as const;

const hidden = keptChoices('first-steps');

/** From a new company to its first bill. What is done is read from the books, so it can be left and resumed anywhere. */
export function FirstSteps({ companyId }: { readonly companyId: string }) {
  const may = useMay();
  const isShown = hidden.use(companyId) === undefined && needed.every(may);
  const { data: done } = useQuery({
    queryKey: ['first-steps', companyId],
    queryFn: async ({ signal }) => stepsDone(companyId, signal),
    enabled: isShown,
  });
  // A company that bills has begun, whatever it skipped.
  if (!isShown || done === undefined || done.invoice) return null;
  return <List done={done} hide={() => hidden.choose(companyId, 'hidden')} />;
}

function List({ done, hide }: { readonly done: Done; readonly hide: () => void }) {
  const { t } = useTranslation();
  const count = steps.filter(({ name }) => done[name]).length;
  return (
    <section className={`${classes.card} ${classes.waits}`} aria-label={t('firstSteps.title')}>
      <h2>{t('firstSteps.title')}</h2>
      <p className={classes.label}>{t('firstSteps.count', { count, of: steps.length })}</p>
      <ol className={classes.steps}>
        {steps.map(({ name, to }) => (
          <li key={name} data-done={done[name] || undefined}>
            {done[name] ? (
              <IconCircleCheck size={20} stroke={1.75} aria-label={t('firstSteps.done')} />
            ) : (
              <IconCircle size={20} stroke={1.75} aria-label={t('firstSteps.open')} />
            )}
            <span>
              <Link to={to}>{t(`firstSteps.${name}`)}</Link>
              <span className={classes.label}>{t(`firstSteps.${name}Why`)}</span>
            </span>
          </li>
        ))}
      </ol>
      <Button variant="subtle" onClick={hide}>
        {t('firstSteps.hide')}
      </Button>
    </section>
  );
}

async function stepsDone(companyId: string, signal: AbortSignal): Promise<Done> {
  const path = { companyId };
  const one = { path, query: { limit: 1 } };
  const [paper, opening, products, customers, invoices] = await Promise.all([
    api(sales.paperSettingsGet, { path }, { signal }),
    api(common.openingBalancesGet, { path }, { signal }),
    api(sales.productsList, one, { signal }),
    api(sales.customersList, one, { signal }),
    api(sales.invoicesList, one, { signal }),
  ]);
  return {
    address: paper.body.address !== null,
    opening: opening.body.current !== null,
    product: products.body.items.length > 0,
    customer: customers.body.items.length > 0,
    invoice: invoices.body.items.length > 0,
  };
}
