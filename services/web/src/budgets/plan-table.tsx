import type { common } from '@dhanman/client';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { type Amounts, monthsOf, sumsOf } from './plan-grid.js';
import { PlanRow, type PlanRowProps, SumRow } from './plan-row.js';
import classes from './budgets.module.css';

interface PlanTableProps extends Pick<PlanRowProps, 'asLastYear' | 'change' | 'monthNames'> {
  readonly plan: common.BudgetPlan;
  readonly amounts: Amounts;
  readonly isEdited: boolean;
}

/** Accounts down, months across: wider than a screen, it moves sideways by itself with the names in place. */
export function PlanTable({ plan, amounts, isEdited, ...row }: PlanTableProps) {
  const { t } = useTranslation();
  const sums = sumsOf(plan.accounts, (accountId) => monthsOf(amounts, accountId));
  const isShown = ({ accountId }: common.PlannedAccount): boolean =>
    isEdited || sums.get(accountId)?.some(({ isZero }) => !isZero) === true;
  return (
    <div className={classes.region} role="region" aria-label={t('budgets.grid')} tabIndex={0}>
      <table className={`numbers ${classes.plan}`} aria-label={t('budgets.grid')}>
        <thead>
          <tr>
            <th scope="col">{t('budgets.account')}</th>
            <th scope="col">{t('budgets.lastYear', { year: plan.lastYear })}</th>
            <th scope="col">{t('budgets.percent')}</th>
            <th scope="col">{t('budgets.year')}</th>
            {row.monthNames.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={moveByKeys}>
          {plan.accounts
            .filter(isShown)
            .map((account) =>
              account.takesAmounts && isEdited ? (
                <PlanRow
                  key={account.accountId}
                  {...{ account, ...row }}
                  months={monthsOf(amounts, account.accountId)}
                />
              ) : (
                <SumRow key={account.accountId} account={account} sums={sums.get(account.accountId) ?? []} />
              ),
            )}
        </tbody>
      </table>
    </div>
  );
}

/** Down and up stay in the column, past the sums; Tab goes along the row as everywhere. */
function moveByKeys(event: KeyboardEvent<HTMLTableSectionElement>): void {
  const { target, currentTarget } = event;
  const step = stepOf(event);
  if (step === 0 || !(target instanceof HTMLInputElement)) return;
  event.preventDefault();
  const column = target.dataset['column'] ?? '';
  const fields = [...currentTarget.querySelectorAll<HTMLInputElement>(`input[data-column="${column}"]`)];
  const next = fields[fields.indexOf(target) + step];
  if (next) next.focus();
  // At the end of a column what was typed is taken all the same.
  else target.blur();
}

function stepOf({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent): -1 | 0 | 1 {
  if (ctrlKey || metaKey) return 0;
  if (key === 'Enter') return shiftKey ? -1 : 1;
  return key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
}
