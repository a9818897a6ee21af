import { z } from 'zod';
import { Instant } from '../http/shared.js';
import { CurrencyCode, DateText } from '../shared.js';

const income = z.string().meta({ description: 'What was earned.' });
const expense = z.string().meta({ description: 'What was spent.' });
const cash = z.string().meta({ description: 'Balance of cash and bank accounts.' });
const receivable = z.string().meta({ description: 'What customers owe.' });
const payable = z.string().meta({ description: 'What is owed to vendors.' });

const Month = z
  .object({
    ...{ start: DateText, end: DateText, income, expense },
    cashIn: z.string().meta({
      description: 'Into cash and bank; what moves between two of them is in both directions.',
    }),
    ...{ cashOut: z.string(), cash, receivable, payable },
  })
  .meta({ id: 'OverviewMonth' });

/** How a company stands: the financial year until a day, month by month. */
export const OverviewDto = z
  .object({
    ...{ currency: CurrencyCode, from: DateText, asOf: DateText, knownAt: Instant },
    ...{ income, expense, result: z.string().meta({ description: 'Income less expense.' }) },
    ...{ cash, receivable, payable, months: z.array(Month) },
  })
  .meta({ id: 'Overview' });

export const ReadOverview = z.strictObject({
  asOf: DateText.optional().meta({ description: 'The last day; today, where the company is.' }),
});

export type OverviewDto = z.infer<typeof OverviewDto>;
export type ReadOverview = z.infer<typeof ReadOverview>;
