import { z } from 'zod';
import { Id } from '../http/shared.js';
import { CurrencyCode, DateText, PositiveAmount } from '../shared.js';
import { PartyKind } from './accounts.js';

const word = /^[a-z]+(-[a-z]+)*$/;

/** The document that wants bookkeeping. With the sending service and the purpose it names one entry for ever. */
export const TransactionSource = z
  .object({
    document: z
      .string()
      .regex(word)
      .meta({ examples: ['invoice'] }),
    id: Id,
    version: z.int().min(1),
    purpose: z
      .string()
      .regex(word)
      .meta({ examples: ['issue'] }),
  })
  .meta({ id: 'TransactionSource' });

/** Whom the line is about; control accounts demand one. */
export const TransactionParty = z.object({ kind: PartyKind, id: Id }).meta({ id: 'TransactionParty' });

/** Why the line is what it is: the rule that made it, and the facts it was made from. */
export const LineReason = z
  .object({
    rule: z
      .string()
      .regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/)
      .max(80)
      .meta({ examples: ['gst.output.cgst'] }),
    inputs: z.record(z.string().max(60), z.string().max(200)).optional(),
  })
  .meta({ id: 'LineReason' });

export const TransactionLine = z
  .object({
    account: z
      .string()
      .regex(/^[0-9]{3,10}$/, 'must be an account number')
      .meta({ examples: ['11200'] }),
    role: z
      .string()
      .regex(word)
      .optional()
      .meta({
        examples: ['receivable'],
        description: 'The account that has this role in the chart, whatever its number there.',
      }),
    side: z.enum(['debit', 'credit']),
    amount: PositiveAmount,
    narration: z.string().max(200).optional(),
    party: TransactionParty.optional(),
    branchId: Id.optional(),
    costCentre: z.string().min(1).max(40).optional(),
    why: LineReason.optional(),
  })
  .meta({ id: 'TransactionLine' });

/** What a service, or a person, asks to be entered. */
export const transactionRequest = {
  source: TransactionSource,
  on: DateText,
  currency: CurrencyCode,
  narration: z.string().max(500),
  lines: z.array(TransactionLine).min(2).max(500),
};

export type TransactionSource = z.infer<typeof TransactionSource>;
export type TransactionParty = z.infer<typeof TransactionParty>;
export type TransactionLine = z.infer<typeof TransactionLine>;
