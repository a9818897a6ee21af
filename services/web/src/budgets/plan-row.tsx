import type { common } from '@dhanman/client';
import type { Money } from '@dhanman/kernel';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { amountIn, filledRight, percentOf, raisedBy, spread, yearOf } from './plan-grid.js';
import { amountShown, PlanCell } from './plan-cell.js';

export interface PlanRowProps {
  readonly account: common.PlannedAccount;
  readonly months: readonly string[];
  readonly monthNames: readonly string[];
  readonly asLastYear: boolean;
  readonly change: (accountId: string, months: readonly string[]) => void;
}

/** What one types in one row draws no other. */
export const PlanRow = memo(EditedRow);

/** An account that takes amounts: its percentage, its year and its months recompute one another. */
function EditedRow(props: PlanRowProps) {
  const { account, months, monthNames, asLastYear, change } = props;
  const { t } = useTranslation();
  const { accountId, code, name, lastYear } = account;
  const [last, year] = [yearOf(lastYear), yearOf(months)];
  const label = (field: string): string => t('budgets.cell', { account: `${code} ${name}`, field });
  const setYear = (amount: string | undefined): boolean => {
    if (amount === undefined) return false;
    change(accountId, spread(amount, asLastYear ? lastYear : undefined));
    return true;
  };
  const setMonth = (index: number, text: string, isFilled: boolean): boolean => {
    const amount = amountIn(text);
    if (amount === undefined) return false;
    const next = months.with(index, amount);
    change(accountId, isFilled ? filledRight(next, index) : next);
    return true;
  };
  return (
    <tr>
      <Name account={account} />
      <td>{amountShown(last.toJSON())}</td>
      <PlanCell
        label={label(t('budgets.percent'))}
        column={0}
        shown={percentOf(year, last)}
        commit={(text) => setYear(raisedBy(text, last))}
      />
      <PlanCell
        label={label(t('budgets.year'))}
        column={1}
        shown={amountShown(year.toJSON())}
        commit={(text) => setYear(amountIn(text))}
      />
      {months.map((month, index) => (
        <PlanCell
          key={index}
          label={label(monthNames[index] ?? '')}
          column={index + 2}
          shown={amountShown(month)}
          commit={(text) => setMonth(index, text, false)}
          fillRight={(text) => setMonth(index, text, true)}
        />
      ))}
    </tr>
  );
}

interface SumRowProps {
  readonly account: common.PlannedAccount;
  readonly sums: readonly Money[];
}

/** What is read only: a parent, which is the sum of what stands below it, or any account of a budget that is decided. */
export function SumRow({ account, sums }: SumRowProps) {
  const last = yearOf(account.lastYear);
  const months = sums.map((sum) => sum.toJSON());
  const year = yearOf(months);
  return (
    <tr data-sum={!account.takesAmounts || undefined}>
      <Name account={account} />
      <td>{amountShown(last.toJSON())}</td>
      <td>{percentOf(year, last)}</td>
      <td>{amountShown(year.toJSON())}</td>
      {months.map((month, index) => (
        <td key={index}>{amountShown(month)}</td>
      ))}
    </tr>
  );
}

function Name({ account: { code, name, level } }: Pick<PlanRowProps, 'account'>) {
  return (
    <th scope="row">
      <span style={{ paddingInlineStart: `${String(level * 0.75)}rem` }}>
        {code} {name}
      </span>
    </th>
  );
}
