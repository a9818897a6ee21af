/** What an organization may have on each plan. Raising a number is a change here and holds from the next start. */
export const plans = {
  trial: { title: 'Trial', users: 5, companies: 2, requestsPerMinute: 300 },
  starter: { title: 'Starter', users: 10, companies: 3, requestsPerMinute: 600 },
  growth: { title: 'Growth', users: 50, companies: 20, requestsPerMinute: 3_000 },
  enterprise: { title: 'Enterprise', users: 2_000, companies: 500, requestsPerMinute: 20_000 },
} as const satisfies Record<string, Plan>;

export interface Plan {
  readonly title: string;
  readonly users: number;
  readonly companies: number;
  readonly requestsPerMinute: number;
}

export type PlanName = keyof typeof plans;

/** The plan of this name; a name that a newer release knows and this one does not counts as the smallest. */
export function planNamed(name: string): Plan {
  return Object.hasOwn(plans, name) ? plans[name as PlanName] : plans.trial;
}
