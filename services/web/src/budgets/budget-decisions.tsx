import { common } from '@dhanman/client';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ChangeButton } from '../patterns/change-button.js';
import { SendBack } from '../patterns/send-back.js';
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

/** Nobody approves what they had a hand in while somebody else may: then it says who has to, and what one who is alone can do. */
function Approval(props: DecisionProps) {
  const { t } = useTranslation();
  const me = useMe()?.person.id;
  const { writtenBy, mayApproveOwn } = props.budget;
  if (!mayApproveOwn && writtenBy.some(({ id }) => id === me)) return <NeedsAnother />;
  return (
    <>
      {mayApproveOwn && <p>{t('journals.onlyYou')}</p>}
      <SendBack
        operation={common.budgetsReturn}
        change={changeOf(props)}
        words={{ act: t('budgets.sendBack'), why: t('budgets.reason') }}
      />
      <Approve {...props} />
    </>
  );
}

function NeedsAnother() {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <p>
      {t('journals.needsAnother')} {t('budgets.ifAlone')}{' '}
      {may('dhanman.common.company.update') && (
        <Link to="/journals/approval">{t('journalApproval.title')}</Link>
      )}
    </p>
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

function changeOf({ companyId, budget: { id, version } }: DecisionProps) {
  return { path: { companyId, id }, version, key: budgetsKey(companyId) };
}
