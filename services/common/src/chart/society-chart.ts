import type { TemplateRow } from './template-row.js';

/** What a housing society has beside the core: funds of its members instead of capital, charges instead of sales. */
export const societyChart: readonly TemplateRow[] = [
  ['25030', '25000', 'Security Deposits from Members and Tenants', { role: 'security-deposits' }],
  ['30010', '30000', 'Corpus Fund', { flow: 'financing' }],
  ['30020', '30000', 'Accumulated Surplus', { role: 'retained-earnings', flow: 'financing' }],
  ['30030', '30000', 'Sinking Fund', { role: 'sinking-fund', flow: 'financing' }],
  ['30040', '30000', 'Repair Fund', { role: 'repair-fund', flow: 'financing' }],
  ['30050', '30000', 'Reserve Fund', { flow: 'financing' }],
  ['41020', '41000', 'Maintenance Income', { role: 'maintenance-income' }],
  ['41030', '41000', 'Water Charges'],
  ['41040', '41000', 'Parking Charges'],
  ['41050', '41000', 'Non-occupancy Charges'],
  ['41070', '41000', 'Facility Booking Income'],
  ['51520', '51000', 'Water and Tanker Expense'],
  ['51530', '51000', 'Property Taxes'],
  ['51540', '51000', 'Insurance Expense'],
  ['51620', '51000', 'Security Expense'],
  ['51630', '51000', 'Housekeeping Expense'],
];
