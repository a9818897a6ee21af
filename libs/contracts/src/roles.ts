/** What went wrong inside the machine is for owners, administrators and auditors. */
const noOperations = ['!dhanman.*.dead-letter.*', '!dhanman.*.failed-job.*', '!dhanman.*.trace.*'] as const;
/** Who writes what others approve does not decide how many of them there have to be. */
const noApproval = ['!dhanman.*.*.approve', '!dhanman.*.approval-setting.update', ...noOperations] as const;

/** Whoever sells and takes in the money says neither that it never came nor how much a customer may owe. */
const noLosses = [
  ...['!dhanman.sales.write-off.create', '!dhanman.sales.write-off.undo'],
  '!dhanman.sales.credit-limit.update',
] as const;

/** The roles every organization has from its first day. What a role permits is data: patterns over the permissions. */
export const builtInRoles = {
  owner: { title: 'Owner', patterns: ['dhanman.*'] },
  administrator: { title: 'Administrator', patterns: ['dhanman.*', '!dhanman.common.organization.close'] },
  accountant: {
    title: 'Accountant',
    patterns: [
      ...['dhanman.sales.*', 'dhanman.purchase.*', 'dhanman.common.*.read', 'dhanman.inventory.*.read'],
      ...['dhanman.common.account.*', 'dhanman.common.journal.*', 'dhanman.common.period.*'],
      ...['dhanman.common.entry.*', 'dhanman.common.bank-account.*', 'dhanman.common.budget.*'],
      ...[...noApproval, '!dhanman.common.audit.read'],
    ],
  },
  approver: {
    title: 'Approver',
    patterns: [
      'dhanman.*.*.approve',
      'dhanman.*.*.reject',
      'dhanman.*.*.read',
      '!dhanman.payroll.*',
      ...noOperations,
    ],
  },
  auditor: { title: 'Auditor', patterns: ['dhanman.*.*.read'] },
  sales: {
    title: 'Sales',
    patterns: [
      ...['dhanman.sales.*', 'dhanman.common.company.read', 'dhanman.inventory.item.read'],
      ...noApproval,
      ...noLosses,
    ],
  },
  purchase: {
    title: 'Purchase',
    patterns: [
      ...['dhanman.purchase.*', 'dhanman.common.company.read', 'dhanman.inventory.item.read'],
      ...noApproval,
    ],
  },
  store: {
    title: 'Store',
    patterns: ['dhanman.inventory.*', 'dhanman.common.company.read', ...noApproval],
  },
  hr: { title: 'HR', patterns: ['dhanman.payroll.*', 'dhanman.common.company.read', ...noApproval] },
  'committee-member': {
    title: 'Committee member',
    patterns: [
      ...['dhanman.community.*', 'dhanman.common.*.read', 'dhanman.sales.*.read', 'dhanman.purchase.*.read'],
      ...['!dhanman.common.audit.read', ...noOperations],
    ],
  },
  // Resources named `own` are about nothing but the caller's own unit.
  resident: { title: 'Resident', patterns: ['dhanman.community.own.*', 'dhanman.common.company.read'] },
  guard: { title: 'Guard', patterns: ['dhanman.community.gate.*', 'dhanman.common.company.read'] },
} as const satisfies Record<string, { readonly title: string; readonly patterns: readonly string[] }>;

export type BuiltInRole = keyof typeof builtInRoles;

export function isBuiltInRole(role: string): role is BuiltInRole {
  return Object.hasOwn(builtInRoles, role);
}
