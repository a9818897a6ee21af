import type { common } from '@dhanman/client';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../formats/instant.js';
import { PageHeader } from '../layout/page-header.js';
import { Approvals } from '../journals/approvals.js';
import { Loaded } from '../patterns/loaded.js';
import { InCompany } from '../sales/in-company.js';
import { useYears } from '../session/chosen-year.js';
import { useMay } from '../session/me.js';
import { BudgetDecisions, DiscardBudget } from './budget-decisions.js';
import { BudgetEditor, type BudgetEditorProps } from './budget-editor.js';
import { useBudget } from './budget-queries.js';
import { BudgetState } from './budget-state.js';
import { amountsOf } from './plan-grid.js';
import { PlanTable } from './plan-table.js';
import classes from './budgets.module.css';

const route = getRouteApi('/signed-in-only/budgets/$id');

/** One budget: what it plans, where it stands, and what is to be done with it. */
export function BudgetPage() {
  const { id } = route.useParams();
  return <InCompany>{({ id: companyId }) => <Budget companyId={companyId} id={id} />}</InCompany>;
}

function Budget({ companyId, id }: { readonly companyId: string; readonly id: string }) {
  const { all } = useYears();
  return (
    <Loaded query={useBudget(companyId, id)}>
      {({ budget, plan }) => {
        const year = all.find((one) => one.id === budget.financialYearId);
        const monthNames = (year?.periods ?? []).map(({ startsOn }) => monthName(startsOn));
        return <Shown {...{ companyId, budget, plan, monthNames }} />;
      }}
    </Loaded>
  );
}

function Shown(props: BudgetEditorProps) {
  const { t } = useTranslation();
  const may = useMay();
  const { companyId, budget, plan, monthNames } = props;
  const { state, financialYear: year, revision, version } = budget;
  const isEdited = state === 'draft' && may('dhanman.common.budget.update');
  return (
    <>
      <PageHeader
        title={t('budgets.name', { year, revision })}
        action={isEdited && <DiscardBudget {...{ companyId, budget }} />}
      />
      <Facts budget={budget} />
      {isEdited ? (
        <BudgetEditor key={version} {...props} />
      ) : (
        <PlanTable
          {...{ plan, monthNames }}
          amounts={amountsOf(budget.lines)}
          isEdited={false}
          asLastYear={false}
          change={() => undefined}
        />
      )}
      {state === 'submitted' && <BudgetDecisions {...{ companyId, budget }} />}
    </>
  );
}

function Facts({ budget }: { readonly budget: common.Budget }) {
  const { t } = useTranslation();
  const { writtenBy, approved, returned, isInForce } = budget;
  const nameOf = ({ name }: { readonly name: string | null }): string => name ?? t('journals.program');
  const at = (instant: string): string => formatInstant(Date.parse(instant));
  return (
    <>
      <div className={classes.facts}>
        <BudgetState budget={budget} />
        <span>{t('budgets.writtenBy', { names: writtenBy.map(nameOf).join(', ') })}</span>
        {approved && <Approvals approvals={[approved]} />}
        {isInForce && (
          <Link to="/reports/$name" params={{ name: 'budget-variance' }}>
            {t('budgets.compare')}
          </Link>
        )}
      </div>
      {returned && (
        <p role="status" className={classes.returned}>
          {t('budgets.returned', { name: nameOf(returned.by), time: at(returned.at) })} {returned.reason}
        </p>
      )}
    </>
  );
}

/** `04-26`: narrow enough for twelve of them. */
function monthName(startsOn: string): string {
  return `${startsOn.slice(5, 7)}-${startsOn.slice(2, 4)}`;
}
