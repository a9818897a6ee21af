import { type ServiceName, services } from './contract.js';

/** What may be allowed in every service about its messages and jobs. */
const operations = [
  'trace.read',
  'dead-letter.read',
  'dead-letter.replay',
  'dead-letter.discard',
  'failed-job.read',
  'failed-job.retry',
] as const;

export type OperationPermission = `dhanman.${ServiceName}.${(typeof operations)[number]}`;

/**
 * Every permission of the suite, declared once: `dhanman.<service>.<resource>.<action>`. Roles grant them per company;
 * a route names one in `@Requires(…)`, and a word that is not in this list does not compile.
 */
export const permissions = [
  'dhanman.common.api-key.create',
  'dhanman.common.api-key.read',
  'dhanman.common.api-key.revoke',
  'dhanman.common.api-key.rotate',
  'dhanman.common.account.create',
  'dhanman.common.account.read',
  'dhanman.common.account.update',
  'dhanman.common.audit.read',
  'dhanman.common.bank-account.create',
  'dhanman.common.bank-account.read',
  'dhanman.common.bank-account.update',
  'dhanman.common.branch.create',
  'dhanman.common.branch.read',
  'dhanman.common.branch.update',
  'dhanman.common.company.create',
  'dhanman.common.company.read',
  'dhanman.common.company.update',
  'dhanman.common.daily-run.cancel',
  'dhanman.common.daily-run.read',
  'dhanman.common.daily-run.retry',
  'dhanman.common.directory.read',
  'dhanman.common.directory.restate',
  'dhanman.common.entry.read',
  'dhanman.common.entry.reverse',
  'dhanman.common.financial-year.audit',
  'dhanman.common.financial-year.close',
  'dhanman.common.financial-year.open',
  'dhanman.common.financial-year.read',
  'dhanman.common.financial-year.reopen',
  'dhanman.common.job-board.manage',
  'dhanman.common.job-board.read',
  'dhanman.common.membership.change',
  'dhanman.common.membership.invite',
  'dhanman.common.membership.read',
  'dhanman.common.membership.revoke',
  'dhanman.common.organization.close',
  'dhanman.common.organization.read',
  'dhanman.common.organization.update',
  'dhanman.common.period.lock',
  'dhanman.common.period.unlock',
  'dhanman.common.report.read',
  'dhanman.common.role.create',
  'dhanman.common.role.read',
  'dhanman.common.role.remove',
  'dhanman.common.role.update',
  'dhanman.community.audit.read',
  'dhanman.inventory.audit.read',
  'dhanman.payroll.audit.read',
  'dhanman.purchase.audit.read',
  'dhanman.sales.audit.read',
  'dhanman.sales.customer.create',
  'dhanman.sales.customer.read',
  'dhanman.sales.customer.update',
  'dhanman.sales.invoice.create',
  'dhanman.sales.invoice.issue',
  'dhanman.sales.invoice.read',
  'dhanman.sales.invoice.update',
  'dhanman.sales.product.create',
  'dhanman.sales.product.read',
  'dhanman.sales.product.update',
  'dhanman.sales.tax.quote',
  'dhanman.sales.tax-setting.read',
  'dhanman.sales.tax-setting.update',
  ...services.flatMap((service) =>
    operations.map((operation): OperationPermission => `dhanman.${service}.${operation}`),
  ),
] as const;

export type Permission = (typeof permissions)[number];
