import { RequestRefused, sales } from '@dhanman/client';
import { Money } from '@dhanman/kernel';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { formatRupees } from '../formats/amount.js';
import { CheckField } from '../patterns/check-field.js';
import { useMay } from '../session/me.js';
import { invoicesKey } from './sales-queries.js';
import classes from './sales.module.css';

interface Bill {
  readonly companyId: string;
  readonly customerId: string;
  /** What would be owed besides. */
  readonly total: string;
}

interface OverLimit {
  readonly limit: string;
  readonly over: string;
}

/** By how much a bill takes its customer above what they may owe. Whoever may not ask hears it when it is issued. */
export function useOverLimit({ companyId, customerId, total }: Bill): OverLimit | undefined {
  const may = useMay();
  const { data } = useQuery({
    // Every bill and payment changes it.
    queryKey: [...invoicesKey(companyId), 'credit', customerId],
    enabled: customerId !== '' && may('dhanman.sales.invoice.create'),
    queryFn: async ({ signal }) =>
      (await api(sales.creditLimitsGet, { path: { companyId, id: customerId } }, { signal })).body,
  });
  if (!data || data.limit === null || data.left === null) return undefined;
  const over = Money.parse(total, 'INR').subtract(Money.parse(data.left, 'INR'));
  return over.isPositive ? { limit: data.limit, over: over.toJSON() } : undefined;
}

/** Said while it is written, before anybody refuses to issue it. */
export function CreditWarning(bill: Bill) {
  const found = useOverLimit(bill);
  return found ? <Above {...found} /> : null;
}

function Above({ limit, over }: OverLimit) {
  const { t } = useTranslation();
  return (
    <p role="status" className={classes.rejection}>
      {t('customers.aboveLimit', { limit: formatRupees(limit), over: formatRupees(over) })}
    </p>
  );
}

interface GoAboveProps extends Bill {
  /** Of what was refused just now. */
  readonly error: unknown;
}

/** Where it will be refused, or was: the warning, and the yes of whoever may say it. */
export function GoAbove({ error, ...bill }: GoAboveProps) {
  const { t } = useTranslation();
  const may = useMay();
  const found = useOverLimit(bill);
  const isRefused = error instanceof RequestRefused && error.problem.code === 'credit-limit-exceeded';
  if (!found && !isRefused) return null;
  return (
    <>
      {found && <Above {...found} />}
      {may('dhanman.sales.credit-limit.update') && (
        <CheckField name="isAboveLimit" label={t('customers.goAbove')} />
      )}
    </>
  );
}
