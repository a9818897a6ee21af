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
  ...['output-cgst', 'output-sgst', 'output-igst', 'output-cess', 'input-cgst', 'input-sgst', 'input-igst'],
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

const code = z
  .string()
  .regex(/^[1-5][0-9]{2,9}$/, 'takes 3 to 10 digits, the first from 1 (assets) to 5 (expenses)')
  .meta({ examples: ['51510'] });
const name = z.string().min(1).max(200).regex(/\S/, 'must not be blank');
const partyKind = z.enum(['none', ...PartyKind.options]);

export const CreateAccount = z
  .strictObject({
    code,
    name,
    parentId: Id.optional(),
    isContra: z
      .boolean()
      .optional()
      .meta({ default: false, description: 'It increases on the other side than its class.' }),
    isPostable: z.boolean().optional().meta({ default: true }),
    partyKind: partyKind.optional().meta({ default: 'none' }),
    cashFlow: CashFlowCategory.optional().meta({ default: 'operating' }),
    role: AccountRole.optional(),
  })
  .meta({ id: 'CreateAccount' });

/** What lines already stand on keeps its number, its side and its parties: that would change what was posted. */
export const PatchAccount = z
  .strictObject({
    name: name.optional(),
    code: code.optional(),
    isPostable: z.boolean().optional(),
    isActive: z.boolean().optional(),
    partyKind: partyKind.optional(),
    cashFlow: CashFlowCategory.optional(),
    role: AccountRole.nullable().optional(),
  })
  .meta({ id: 'PatchAccount' });

export const MoveAccount = z
  .strictObject({ parentId: Id.nullable().meta({ description: 'Null moves it to the top.' }) })
  .meta({ id: 'MoveAccount' });

export const Chart = z
  .object({
    accounts: z.array(AccountDto).meta({ description: 'All of them, in the order of their numbers.' }),
  })
  .meta({ id: 'Chart' });

export const ApplyChartTemplate = z
  .strictObject({ kind: z.enum(['business', 'society']) })
  .meta({ id: 'ApplyChartTemplate' });

export const ChartTemplateApplied = z
  .object({ added: z.int().meta({ description: 'Accounts that the chart did not have yet.' }) })
  .meta({ id: 'ChartTemplateApplied' });

const bankDetails = {
  holder: z.string().min(1).max(200),
  bankName: z.string().min(1).max(200),
  branchName: z.string().min(1).max(200),
  ifsc: z
    .string()
    .regex(/^[A-Z]{4}0[A-Z0-9]{6}$/, 'must be an IFSC such as HDFC0000001')
    .meta({ examples: ['HDFC0000001'] }),
  accountNumber: z.string().regex(/^[0-9]{6,18}$/, 'takes 6 to 18 digits'),
  upiId: z.string().regex(/^[\w.-]{2,}@[a-z]{2,}$/i, 'must be a UPI id such as asha@upi'),
};

/** A place where money lies, with an account of its own in the chart. */
export const CreateBankAccount = z
  .strictObject({
    kind: z.enum(['bank', 'cash']),
    name,
    code: code
      .optional()
      .meta({ description: 'The next free number beside the other bank accounts if left out.' }),
    isDefault: z.boolean().optional().meta({ default: false }),
    ...z.object(bankDetails).partial().shape,
  })
  .meta({ id: 'CreateBankAccount' });

export const PatchBankAccount = z
  .strictObject({
    isDefault: z.boolean().optional(),
    holder: bankDetails.holder.nullable().optional(),
    bankName: bankDetails.bankName.nullable().optional(),
    branchName: bankDetails.branchName.nullable().optional(),
    ifsc: bankDetails.ifsc.nullable().optional(),
    accountNumber: bankDetails.accountNumber.nullable().optional(),
    upiId: bankDetails.upiId.nullable().optional(),
  })
  .meta({ id: 'PatchBankAccount' });

export const BankAccountDto = z
  .object({
    id: Id,
    companyId: Id,
    accountId: Id,
    code: z.string(),
    name: z.string(),
    kind: z.enum(['bank', 'cash']),
    holder: z.string().nullable(),
    bankName: z.string().nullable(),
    branchName: z.string().nullable(),
    ifsc: z.string().nullable(),
    accountNumber: z.string().nullable(),
    upiId: z.string().nullable(),
    isDefault: z.boolean(),
    version: z.int().min(1).max(2_147_483_647),
  })
  .meta({ id: 'BankAccount' });

export const BankAccounts = z.object({ items: z.array(BankAccountDto) }).meta({ id: 'BankAccounts' });

export type CreateAccount = z.infer<typeof CreateAccount>;
export type PatchAccount = z.infer<typeof PatchAccount>;
export type MoveAccount = z.infer<typeof MoveAccount>;
export type ApplyChartTemplate = z.infer<typeof ApplyChartTemplate>;
export type ChartTemplateApplied = z.infer<typeof ChartTemplateApplied>;
export type Chart = z.infer<typeof Chart>;
export type CreateBankAccount = z.infer<typeof CreateBankAccount>;
export type PatchBankAccount = z.infer<typeof PatchBankAccount>;
export type BankAccountDto = z.infer<typeof BankAccountDto>;
export type BankAccounts = z.infer<typeof BankAccounts>;
