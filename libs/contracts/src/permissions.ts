/**
 * Every permission of the suite, declared once: `dhanman.<service>.<resource>.<action>`. Roles grant them per company;
 * a route names one in `@Requires(…)`, and a word that is not in this list does not compile.
 */
export const permissions = [
  'dhanman.sales.customer.create',
  'dhanman.sales.customer.read',
  'dhanman.sales.customer.update',
] as const;

export type Permission = (typeof permissions)[number];
