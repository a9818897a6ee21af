import { z } from 'zod';
import { Id, Instant } from '../http/shared.js';

export const AccountClass = z
  .enum(['asset', 'liability', 'equity', 'revenue', 'expense'])
  .meta({ id: 'AccountClass' });

export const EntrySide = z.enum(['debit', 'credit']);

/** Whom a control account keeps a balance with: its lines must name one of them. */
export const PartyKind = z.enum(['customer', 'vendor', 'employee']).meta({ id: 'PartyKind' });

export const CashFlowCategory = z
  .enum(['cash', 'operating', 'investing', 'financing'])
  .meta({ id: 'CashFlowCategory', description: 'Where its movements stand in the cash-flow statement.' });

/** What a document may ask for without knowing the number an organization gave to the account. */
export const accountRoles = [
  ...['bank', 'cash', 'undeposited', 'receivable', 'payable', 'inventory', 'goods-received'],
  ...['advance-from-customers', 'advance-to-vendors', 'security-deposits', 'unearned-revenue'],
  ...['output-cgst', 'output-sgst', 'output-igst', 'input-cgst', 'input-sgst', 'input-igst'],
  ...['reverse-charge-input', 'reverse-charge-payable', 'tds-payable', 'tds-receivable'],
  ...['domestic-sales', 'export-sales', 'service-revenue', 'maintenance-income', 'late-fees'],
  ...[
    'cost-of-goods',
    'stock-adjustment',
    'discount-allowed',
    'discount-received',
    'bad-debt',
    'bank-charges',
  ],
  ...['salaries', 'employee-benefits', 'salaries-payable', 'salary-tax-payable', 'provident-fund-payable'],
  ...[
    'esi-payable',
    'professional-tax-payable',
    'advance-to-employees',
    'employee-loans',
    'gratuity-provision',
  ],
  ...['round-off-gain', 'round-off-loss', 'retained-earnings', 'opening-balance-equity'],
  ...['intercompany-receivable', 'intercompany-payable', 'sinking-fund', 'repair-fund'],
] as const;

export const AccountRole = z
  .enum(accountRoles)
  .meta({ id: 'AccountRole', description: 'What the books need this account for; one account has it.' });

export const AccountDto = z
  .object({
    id: Id,
    parentId: Id.nullable(),
    code: z.string(),
    name: z.string(),
    class: AccountClass,
    normalSide: EntrySide,
    role: AccountRole.nullable(),
    partyKind: z.enum(['none', ...PartyKind.options]),
    cashFlow: CashFlowCategory,
    isPostable: z
      .boolean()
      .meta({ description: 'Lines are entered here; any other account sums its children.' }),
    isActive: z.boolean(),
    version: z.int().min(1).max(2_147_483_647),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'Account' });

export type AccountClass = z.infer<typeof AccountClass>;
export type EntrySide = z.infer<typeof EntrySide>;
export type PartyKind = z.infer<typeof PartyKind>;
export type CashFlowCategory = z.infer<typeof CashFlowCategory>;
export type AccountRole = z.infer<typeof AccountRole>;
export type AccountDto = z.infer<typeof AccountDto>;
