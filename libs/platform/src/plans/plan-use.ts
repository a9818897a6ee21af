import { type Plan, planNamed } from '@dhanman/contracts';
import { DomainError } from '@dhanman/kernel';
import type { EntityManager } from 'typeorm';
import type { Scope } from '../database/scope.js';

/** What a plan counts where it lies; people and companies are counted in Common. */
export type Counted = 'products' | 'bytes';

export class PlanExhausted extends DomainError {
  constructor(counted: Counted, plan: string) {
    const { name, limit, words } = allowances[counted];
    const most = limit(planNamed(plan));
    const what = `The plan ${plan} has room for ${String(most)} ${words}, or move to a larger plan.`;
    super('conflict', 'plan-exhausted', what, { details: { counted: name, limit: most, plan } });
  }
}

/**
 * After a row that counts was written, in the same transaction: refuses it when the plan has no room. Whoever has more
 * than the plan allows, because it became smaller, keeps it and gets no more. An organization that is not known here yet
 * has the smallest plan.
 */
export async function checkPlan(
  tx: EntityManager,
  { organizationId }: Scope,
  counted: Counted,
): Promise<void> {
  const [row] = await tx.query<{ plan: string | null; amount: string | null }[]>(
    `select (select plan from organization where organization_id = $1 and id = $1) as plan,
       (select amount from plan_use where organization_id = $1 and counted = $2) as amount`,
    [organizationId, counted],
  );
  const plan = row?.plan ?? 'trial';
  const { limit, unit } = allowances[counted];
  if (Number(row?.amount ?? 0) > limit(planNamed(plan)) * unit) throw new PlanExhausted(counted, plan);
}

interface Allowance {
  /** As the plan calls it. */
  readonly name: keyof Plan;
  readonly limit: (plan: Plan) => number;
  /** How much of what is counted makes one of what the plan names. */
  readonly unit: number;
  readonly words: string;
}

const allowances: Readonly<Record<Counted, Allowance>> = {
  products: {
    ...{ name: 'products', limit: ({ products }) => products, unit: 1 },
    words: 'products in use, and all are taken. Switch off one that is no longer sold',
  },
  bytes: {
    ...{ name: 'storageMegabytes', limit: ({ storageMegabytes }) => storageMegabytes, unit: 1024 * 1024 },
    words: 'MB of files, and this one does not fit. Make it smaller, remove another',
  },
};
