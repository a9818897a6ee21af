export * from './gstin.js';
export * from './http/health.js';
export * from './http/problem.js';
export * from './http/shared.js';
export * from './permissions.js';
export * from './sales/customers.js';
