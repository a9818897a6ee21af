import { common } from '@dhanman/client';
import { IconChartPie } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { formatAmount } from '../formats/amount.js';
import { PageHeader } from '../layout/page-header.js';
import { ChangeButton } from '../patterns/change-button.js';
import { Loaded } from '../patterns/loaded.js';
import { NothingYet } from '../patterns/nothing-yet.js';
import { Records, type Column } from '../patterns/records.js';
import { useSubmission } from '../patterns/use-submission.js';
import { InCompany } from '../sales/in-company.js';
import { useYears } from '../session/chosen-year.js';
import { useMay } from '../session/me.js';
import { budgetsKey, useBudgets } from './budget-queries.js';
import { BudgetState } from './budget-state.js';
import classes from './budgets.module.css';

/** The budgets of a company, the newest year first. */
export function BudgetsPage() {
  return <InCompany>{({ id }) => <BudgetList key={id} companyId={id} />}</InCompany>;
}

function BudgetList({ companyId }: { readonly companyId: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const { year } = useYears();
  const action = year && may('dhanman.common.budget.create') && <Begin {...{ companyId, year }} />;
  return (
    <>
      <PageHeader title={t('budgets.title')} action={action} />
      <Loaded query={useBudgets(companyId)}>
        {(rows) => (rows.length === 0 ? <Empty /> : <List rows={rows} />)}
      </Loaded>
    </>
  );
}

interface BeginProps {
  readonly companyId: string;
  readonly year: Pick<common.FinancialYear, 'id' | 'label'>;
}

function Begin({ companyId, year: { id: financialYearId, label } }: BeginProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const submission = useSubmission({
    send: async (_, idempotencyKey) =>
      (
        await api(
          common.budgetsCreate,
          { path: { companyId }, body: { financialYearId } },
          { idempotencyKey },
        )
      ).body,
    done: ({ id }) => {
      void client.invalidateQueries({ queryKey: budgetsKey(companyId) });
      void navigate({ to: '/budgets/$id', params: { id } });
    },
  });
  return (
    <ChangeButton submission={submission} variant="filled">
      {t('budgets.begin', { year: label })}
    </ChangeButton>
  );
}

function List({ rows }: { readonly rows: readonly common.BudgetSummary[] }) {
  const { t } = useTranslation();
  return (
    <>
      <Records label={t('budgets.title')} rows={rows} keyOf={({ id }) => id} columns={columns(t)} />
      <p className={classes.compare}>
        <Link to="/reports/$name" params={{ name: 'budget-variance' }}>
          {t('budgets.compare')}
        </Link>
      </p>
    </>
  );
}

function Empty() {
  const { t } = useTranslation();
  return <NothingYet icon={IconChartPie} title={t('budgets.none')} text={t('budgets.noneText')} />;
}

const columns = (t: TFunction): readonly Column<common.BudgetSummary>[] => [
  {
    label: t('budgets.budget'),
    cell: ({ id, financialYear: year, revision }) => (
      <Link to="/budgets/$id" params={{ id }}>
        {t('budgets.name', { year, revision })}
      </Link>
    ),
  },
  { label: t('budgets.income'), cell: ({ income }) => <Amount of={income} />, isFigure: true },
  {
    label: t('budgets.expense'),
    cell: ({ expense }) => <Amount of={expense} />,
    isLoud: true,
    isFigure: true,
  },
  { label: t('budgets.by'), cell: ({ writtenBy }) => writtenBy[0]?.name ?? '–' },
  { label: t('budgets.state'), cell: (budget) => <BudgetState budget={budget} /> },
];

function Amount({ of }: { readonly of: string }) {
  return <span className={classes.amount}>{formatAmount(of)}</span>;
}
