import { Button } from '@mantine/core';
import { common } from '@dhanman/client';
import { Money } from '@dhanman/kernel';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { formatAmount } from '../formats/amount.js';
import { CheckField } from '../patterns/check-field.js';
import { TextField } from '../patterns/field.js';
import { Form } from '../patterns/form.js';
import { useSubmission } from '../patterns/use-submission.js';
import { budgetsKey } from './budget-queries.js';
import { type Amounts, amountsOf, filledFrom, linesOf, yearOf } from './plan-grid.js';
import { PlanTable } from './plan-table.js';
import classes from './budgets.module.css';

export interface BudgetEditorProps {
  readonly companyId: string;
  readonly budget: common.Budget;
  readonly plan: common.BudgetPlan;
  readonly monthNames: readonly string[];
}

/** A budget as it is planned: Ctrl S keeps it as a draft, Ctrl Enter submits it for approval. */
export function BudgetEditor({ companyId, budget, plan, monthNames }: BudgetEditorProps) {
  const { t } = useTranslation();
  const [amounts, setAmounts] = useState<Amounts>(() => amountsOf(budget.lines));
  const [asLastYear, setAsLastYear] = useState(false);
  const latest = useRef(amounts);
  const setAll = (next: Amounts): void => setAmounts((latest.current = next));
  const change = useCallback((accountId: string, months: readonly string[]): void => {
    setAmounts((latest.current = new Map([...latest.current, [accountId, months]])));
  }, []);
  const { submission, intend } = useBudgetSubmission(companyId, budget, latest);
  const frame = useRef<HTMLDivElement>(null);
  const send = (what: Intent): void => {
    intend(what);
    // What is being typed counts too: leaving its field takes it.
    if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
    frame.current?.querySelector('form')?.requestSubmit();
  };
  const fill = (percent: string): void =>
    setAll(filledFrom(plan.accounts, latest.current, { percent, asLastYear }));
  return (
    <div ref={frame} role="presentation" onKeyDown={(event) => onKeys(event, send)}>
      <Form
        submission={submission}
        action={t('budgets.submit')}
        aside={
          <Button variant="default" onClick={() => send('save')}>
            {t('budgets.save')}
          </Button>
        }
      >
        <FillFields {...{ fill, asLastYear, setAsLastYear }} />
        <PlanTable {...{ plan, amounts, asLastYear, change, monthNames }} isEdited />
        <Sums {...{ plan, amounts }} />
        <p className={classes.keys}>{t('budgets.keys')}</p>
      </Form>
    </div>
  );
}

type Intent = 'save' | 'submit';

function onKeys(event: KeyboardEvent, send: (what: Intent) => void): void {
  const { ctrlKey, metaKey, key } = event;
  const wanted = ctrlKey || metaKey ? ({ s: 'save', Enter: 'submit' } as const)[key] : undefined;
  if (wanted === undefined) return;
  event.preventDefault();
  send(wanted);
}

/** Saves, and then submits if that is meant; what is refused only then is saved all the same. */
function useBudgetSubmission(
  companyId: string,
  budget: common.Budget,
  latest: { readonly current: Amounts },
) {
  const client = useQueryClient();
  const intent = useRef<Intent>('submit');
  const version = useRef(budget.version);
  const submission = useSubmission({
    send: async () => {
      const meant = intent.current;
      intent.current = 'submit';
      const at = () => ({
        path: { companyId, id: budget.id },
        headers: { 'If-Match': `"${String(version.current)}"` },
      });
      const body = { lines: linesOf(latest.current) };
      version.current = (await api(common.budgetsReplace, { ...at(), body })).body.version;
      if (meant === 'submit') await api(common.budgetsSubmit, at());
    },
    done: () => void client.invalidateQueries({ queryKey: budgetsKey(companyId) }),
  });
  return { submission, intend: (what: Intent) => void (intent.current = what) };
}

interface FillFieldsProps {
  readonly fill: (percent: string) => void;
  readonly asLastYear: boolean;
  readonly setAsLastYear: (is: boolean) => void;
}

function FillFields({ fill, asLastYear, setAsLastYear }: FillFieldsProps) {
  const { t } = useTranslation();
  const [percent, setPercent] = useState('5');
  return (
    <div className={classes.fill}>
      <TextField
        name="percent"
        inputMode="decimal"
        required
        pattern="-?[0-9]{1,3}(\.[0-9]{1,2})?"
        label={t('budgets.change')}
        value={percent}
        onChange={({ currentTarget }) => setPercent(currentTarget.value)}
      />
      <Button variant="default" onClick={() => fill(percent)}>
        {t('budgets.fill')}
      </Button>
      <CheckField
        name="asLastYear"
        label={t('budgets.asLastYear')}
        checked={asLastYear}
        onChange={({ currentTarget }) => setAsLastYear(currentTarget.checked)}
      />
    </div>
  );
}

function Sums({ plan, amounts }: { readonly plan: common.BudgetPlan; readonly amounts: Amounts }) {
  const { t } = useTranslation();
  const sum = (of: common.PlannedAccount['class']): Money =>
    Money.sum(
      plan.accounts
        .filter((account) => account.class === of)
        .map(({ accountId }) => yearOf(amounts.get(accountId) ?? [])),
      'INR',
    );
  const [income, expense] = [sum('revenue'), sum('expense')];
  const shown = (money: Money): string => formatAmount(money.toJSON());
  const result = income.subtract(expense);
  return (
    <p className={classes.sums} aria-live="polite">
      {t('budgets.sums', { income: shown(income), expense: shown(expense), result: shown(result) })}
    </p>
  );
}
