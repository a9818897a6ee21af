import { z } from 'zod';
import { Id, Instant } from '../http/shared.js';
import { CurrencyCode } from '../shared.js';
import { JournalApproval, mayApproveOwn } from './journals.js';

/** Below zero for a contra account, and where a year took back more than it brought. */
const BudgetAmount = z
  .string()
  .regex(/^-?(0|[1-9][0-9]{0,15})(\.[0-9]{2,4})?$/, 'must be an amount such as 1180.00')
  .meta({ id: 'BudgetAmount', examples: ['1180.00', '-250.00'] });

const months = z.array(BudgetAmount).length(12).meta({ description: 'In the order of the financial year.' });

/** Of an account that takes lines itself; what stands above it is the sum. */
export const BudgetLine = z.strictObject({ accountId: Id, months }).meta({ id: 'BudgetLine' });

export const CreateBudget = z
  .strictObject({
    financialYearId: Id.meta({
      description: 'It begins as the approved budget of this year, if there is one.',
    }),
  })
  .meta({ id: 'CreateBudget' });

export const ReplaceBudget = z
  .strictObject({ lines: z.array(BudgetLine).max(2000) })
  .meta({ id: 'ReplaceBudget' });

export const FillBudget = z
  .strictObject({
    percent: z
      .string()
      .regex(/^-?[0-9]{1,3}(\.[0-9]{1,2})?$/, 'must be a percentage such as 5 or -2.5')
      .meta({ examples: ['5.0'] }),
    spread: z
      .enum(['evenly', 'as-last-year'])
      .optional()
      .meta({ default: 'evenly', description: 'Over the months; the sum stays what it is, to the paisa.' }),
    accountIds: z
      .array(Id)
      .min(1)
      .max(2000)
      .optional()
      .meta({ description: 'These alone; all accounts that had something last year.' }),
  })
  .meta({ id: 'FillBudget' });

export const ReturnBudget = z
  .strictObject({ reason: z.string().min(1).max(500).regex(/\S/, 'must not be blank') })
  .meta({ id: 'ReturnBudget' });

/** An approved one is never changed: what is planned anew is the next revision of its year. */
export const BudgetState = z
  .enum(['draft', 'submitted', 'approved', 'discarded'])
  .meta({ id: 'BudgetState' });

const Person = z.object({
  id: z.string(),
  name: z.string().nullable().meta({ description: 'Null for a program.' }),
});

const summaryFields = {
  id: Id,
  companyId: Id,
  financialYearId: Id,
  financialYear: z.string().meta({ examples: ['2026-27'] }),
  revision: z.int().min(1),
  currency: CurrencyCode,
  income: BudgetAmount,
  expense: BudgetAmount,
  state: BudgetState,
  isInForce: z
    .boolean()
    .meta({ description: 'The last approved one of its year: what is spent is held against it.' }),
  writtenBy: z
    .array(Person)
    .meta({ description: 'Who had a hand in it; none of them can approve it, but see `mayApproveOwn`.' }),
  approved: JournalApproval.nullable(),
  returned: z
    .object({ by: Person, at: Instant, reason: z.string() })
    .nullable()
    .meta({ description: 'Why it came back, until it is submitted again.' }),
  version: z.int().min(1).max(2_147_483_647),
  createdAt: Instant,
  updatedAt: Instant,
};

export const BudgetSummary = z.object(summaryFields).meta({ id: 'BudgetSummary' });

export const BudgetDto = z
  .object({ ...summaryFields, lines: z.array(z.object(BudgetLine.shape)), mayApproveOwn })
  .meta({ id: 'Budget' });

export const Budgets = z
  .object({ items: z.array(BudgetSummary) })
  .meta({ id: 'Budgets', description: 'The newest year first, and of a year the newest revision.' });

const PlannedAccount = z
  .object({
    accountId: Id,
    code: z.string(),
    name: z.string(),
    class: z.enum(['revenue', 'expense']),
    level: z.int().min(0).max(20),
    takesAmounts: z.boolean().meta({ description: 'Others sum what is below them.' }),
    lastYear: months,
  })
  .meta({ id: 'PlannedAccount' });

/** What there is to plan: the accounts of income and expense with what they came to in the year before. */
export const BudgetPlan = z
  .object({ lastYear: z.string().meta({ examples: ['2025-26'] }), accounts: z.array(PlannedAccount) })
  .meta({ id: 'BudgetPlan' });

export type BudgetLine = z.infer<typeof BudgetLine>;
export type CreateBudget = z.infer<typeof CreateBudget>;
export type ReplaceBudget = z.infer<typeof ReplaceBudget>;
export type FillBudget = z.infer<typeof FillBudget>;
export type ReturnBudget = z.infer<typeof ReturnBudget>;
export type BudgetState = z.infer<typeof BudgetState>;
export type BudgetSummary = z.infer<typeof BudgetSummary>;
export type BudgetDto = z.infer<typeof BudgetDto>;
export type Budgets = z.infer<typeof Budgets>;
export type PlannedAccount = z.infer<typeof PlannedAccount>;
export type BudgetPlan = z.infer<typeof BudgetPlan>;
