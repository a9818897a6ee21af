import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatAmount } from '../formats/amount.js';
import { amountIn } from './plan-grid.js';
import classes from './budgets.module.css';

export interface PlanCellProps {
  readonly label: string;
  /** Where it stands in its row. */
  readonly column: number;
  readonly shown: string;
  /** Takes what was typed, and says whether it could. */
  readonly commit: (text: string) => boolean;
  readonly fillRight?: (text: string) => boolean;
}

/** A field that is nobody's state while one types, so that a key is on the screen at once however long the plan is. */
export function PlanCell({ label, column, shown, commit, fillRight }: PlanCellProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!field.current) return;
    field.current.value = shown;
    field.current.setCustomValidity('');
  }, [shown]);
  const take = (input: HTMLInputElement, how: (text: string) => boolean): void => {
    const isTaken = input.value === shown || how(input.value);
    judge(input, isTaken ? '' : t('budgets.wrong'));
    if (isTaken) input.value = shown;
  };
  return (
    <td>
      <input
        ref={field}
        className={classes.cell}
        aria-label={label}
        data-column={column}
        defaultValue={shown}
        autoComplete="off"
        inputMode="decimal"
        onFocus={({ currentTarget }) => currentTarget.select()}
        onBlur={({ currentTarget }) => take(currentTarget, commit)}
        onKeyDown={(event) => {
          if (event.key !== '>' || !fillRight) return;
          event.preventDefault();
          judge(event.currentTarget, fillRight(event.currentTarget.value) ? '' : t('budgets.wrong'));
        }}
      />
    </td>
  );
}

/** A field with a complaint keeps the form from being sent, and the browser shows which. */
function judge(input: HTMLInputElement, complaint: string): void {
  input.setCustomValidity(complaint);
  if (complaint === '') input.removeAttribute('aria-invalid');
  else input.setAttribute('aria-invalid', 'true');
}

export function amountShown(amount: string): string {
  return amountIn(amount) === '0.00' ? '' : formatAmount(amount);
}
