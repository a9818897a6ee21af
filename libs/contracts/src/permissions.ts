/**
 * Every permission of the suite, declared once: `dhanman.<service>.<resource>.<action>`. Roles grant them per company;
 * a route names one in `@Requires(…)`, and a word that is not in this list does not compile.
 */
export const permissions = [
  'dhanman.common.company.create',
  'dhanman.common.company.read',
  'dhanman.common.company.update',
  'dhanman.sales.customer.create',
  'dhanman.sales.customer.read',
  'dhanman.sales.customer.update',
  'dhanman.sales.invoice.create',
  'dhanman.sales.invoice.issue',
  'dhanman.sales.invoice.read',
] as const;

export type Permission = (typeof permissions)[number];
