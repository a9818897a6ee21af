// generated: do not edit; npm run generate

export const serviceNames = ['common', 'community', 'inventory', 'payroll', 'purchase', 'sales'] as const;

export type ServiceName = (typeof serviceNames)[number];

export * as common from './common.js';
export * as community from './community.js';
export * as inventory from './inventory.js';
export * as payroll from './payroll.js';
export * as purchase from './purchase.js';
export * as sales from './sales.js';
