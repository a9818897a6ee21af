import { z } from 'zod';
import { Id } from '../http/shared.js';
import { DateText } from '../shared.js';

const version = z.int().min(1).max(2_147_483_647);

/** A month; nothing is entered into a locked one. */
export const PeriodDto = z
  .object({ id: Id, startsOn: DateText, endsOn: DateText, state: z.enum(['open', 'locked']), version })
  .meta({ id: 'AccountingPeriod' });

/** `closed` can be reopened; `audited` cannot, ever. */
export const FinancialYearDto = z
  .object({
    id: Id,
    label: z.string().meta({ examples: ['2026-27'] }),
    startsOn: DateText,
    endsOn: DateText,
    state: z.enum(['open', 'closed', 'audited']),
    closingEntryId: Id.nullable(),
    version,
    periods: z.array(PeriodDto),
  })
  .meta({ id: 'FinancialYear' });

export const FinancialYears = z.object({ items: z.array(FinancialYearDto) }).meta({ id: 'FinancialYears' });

export const OpenFinancialYear = z
  .strictObject({
    label: z
      .string()
      .regex(/^[0-9]{4}(-[0-9]{2})?$/, 'must be a year such as 2026-27')
      .meta({ examples: ['2027-28'], description: 'The one before or after the years there are.' }),
  })
  .meta({ id: 'OpenFinancialYear' });

export const ReopenFinancialYear = z
  .strictObject({ reason: z.string().min(1).max(200).regex(/\S/, 'must not be blank') })
  .meta({ id: 'ReopenFinancialYear' });

export type PeriodDto = z.infer<typeof PeriodDto>;
export type FinancialYearDto = z.infer<typeof FinancialYearDto>;
export type FinancialYears = z.infer<typeof FinancialYears>;
export type OpenFinancialYear = z.infer<typeof OpenFinancialYear>;
export type ReopenFinancialYear = z.infer<typeof ReopenFinancialYear>;
