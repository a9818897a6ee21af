import { Button } from '@mantine/core';
import { common } from '@dhanman/client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Cancel, ChangeButton } from '../patterns/change-button.js';
import { Dialog } from '../patterns/dialog.js';
import { TextField } from '../patterns/field.js';
import { Form } from '../patterns/form.js';
import { useChange } from '../patterns/use-change.js';
import { useMay, useMe } from '../session/me.js';
import { budgetsKey } from './budget-queries.js';
import classes from './budgets.module.css';

interface DecisionProps {
  readonly companyId: string;
  readonly budget: common.Budget;
}

/** What whoever looks may do with a budget that waits. */
export function BudgetDecisions(props: DecisionProps) {
  const may = useMay();
  return (
    <div className={classes.decisions}>
      {may('dhanman.common.budget.submit') && <Withdraw {...props} />}
      {may('dhanman.common.budget.approve') && <Approval {...props} />}
    </div>
  );
}

/** Nobody approves what they had a hand in: then it says who has to. */
function Approval(props: DecisionProps) {
  const { t } = useTranslation();
  const me = useMe()?.person.id;
  if (props.budget.writtenBy.some(({ id }) => id === me)) return <p>{t('journals.needsAnother')}</p>;
  return (
    <>
      <SendBack {...props} />
      <Approve {...props} />
    </>
  );
}

function Approve(props: DecisionProps) {
  const { t } = useTranslation();
  return (
    <ChangeButton submission={useChange(common.budgetsApprove, changeOf(props))} variant="filled">
      {t('budgets.approve')}
    </ChangeButton>
  );
}

function Withdraw(props: DecisionProps) {
  const { t } = useTranslation();
  return (
    <ChangeButton submission={useChange(common.budgetsWithdraw, changeOf(props))}>
      {t('budgets.withdraw')}
    </ChangeButton>
  );
}

export function DiscardBudget(props: DecisionProps) {
  const { t } = useTranslation();
  return (
    <ChangeButton submission={useChange(common.budgetsDiscard, changeOf(props))}>
      {t('budgets.discard')}
    </ChangeButton>
  );
}

function SendBack(props: DecisionProps) {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const bodyOf = ({ reason = '' }) => ({ reason });
  const submission = useChange(common.budgetsReturn, { ...changeOf(props), bodyOf });
  return (
    <>
      <Button variant="default" onClick={() => setAsked(true)}>
        {t('budgets.sendBack')}
      </Button>
      {isAsked && (
        <Dialog title={t('budgets.sendBack')} close={() => setAsked(false)}>
          <Form
            submission={submission}
            action={t('budgets.sendBack')}
            aside={<Cancel close={() => setAsked(false)} />}
          >
            <TextField
              name="reason"
              required
              maxLength={500}
              autoComplete="off"
              label={t('budgets.reason')}
              error={submission.errorOf('reason')}
            />
          </Form>
        </Dialog>
      )}
    </>
  );
}

function changeOf({ companyId, budget: { id, version } }: DecisionProps) {
  return { path: { companyId, id }, version, key: budgetsKey(companyId) };
}
