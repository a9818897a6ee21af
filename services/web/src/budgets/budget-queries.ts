import { common } from '@dhanman/client';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/signed-api.js';

export const budgetsKey = (companyId: string) => ['common', companyId, 'budgets'] as const;

export function useBudgets(companyId: string) {
  return useQuery({
    queryKey: budgetsKey(companyId),
    queryFn: async ({ signal }) =>
      (await api(common.budgetsList, { path: { companyId } }, { signal })).body.items,
  });
}

/** A budget with what there is to plan, of one moment. */
export function useBudget(companyId: string, id: string) {
  return useQuery({
    queryKey: [...budgetsKey(companyId), id],
    queryFn: async ({ signal }) => {
      const path = { companyId, id };
      const [budget, plan] = await Promise.all([
        api(common.budgetsGet, { path }, { signal }),
        api(common.budgetsPlan, { path }, { signal }),
      ]);
      return { budget: budget.body, plan: plan.body };
    },
  });
}
