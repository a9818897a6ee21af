import type { TemplateRow } from './template-row.js';

/** What a business that buys and sells has beside the core. */
export const tradingChart: readonly TemplateRow[] = [
  ['11300', '11000', 'Inventory', { role: 'inventory' }],
  ['21030', '21000', 'Goods Received Not Invoiced', { role: 'goods-received' }],
  ['30010', '30000', 'Capital', { flow: 'financing' }],
  ['30020', '30000', 'Retained Earnings', { role: 'retained-earnings', flow: 'financing' }],
  ['50005', '50000', 'Cost of Sales', { isGroup: true }],
  ['50010', '50005', 'Direct Materials', { role: 'cost-of-goods' }],
  ['50110', '50005', 'Direct Labor'],
  ['51010', '51000', 'Selling Expenses'],
  ['51110', '51000', 'Marketing Expenses'],
  ['53140', '53000', 'Inventory Write-off', { role: 'stock-adjustment' }],
];
