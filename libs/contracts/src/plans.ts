/** What an organization may have on each plan. Raising a number is a change here and holds from the next start. */
export const plans = {
  trial: {
    ...{ title: 'Trial', users: 5, companies: 2, products: 500, storageMegabytes: 250 },
    requestsPerMinute: 300,
  },
  starter: {
    ...{ title: 'Starter', users: 10, companies: 3, products: 2_000, storageMegabytes: 2_000 },
    requestsPerMinute: 600,
  },
  growth: {
    ...{ title: 'Growth', users: 50, companies: 20, products: 20_000, storageMegabytes: 20_000 },
    requestsPerMinute: 3_000,
  },
  enterprise: {
    ...{ title: 'Enterprise', users: 2_000, companies: 500, products: 500_000, storageMegabytes: 500_000 },
    requestsPerMinute: 20_000,
  },
} as const satisfies Record<string, Plan>;

export interface Plan {
  readonly title: string;
  readonly users: number;
  readonly companies: number;
  /** Those in use: one that is no longer sold takes no place. */
  readonly products: number;
  /** Of files that people attach, in each service by itself. */
  readonly storageMegabytes: number;
  readonly requestsPerMinute: number;
}

export type PlanName = keyof typeof plans;

/** The plan of this name; a name that a newer release knows and this one does not counts as the smallest. */
export function planNamed(name: string): Plan {
  return Object.hasOwn(plans, name) ? plans[name as PlanName] : plans.trial;
}
