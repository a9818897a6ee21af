import { job } from '@dhanman/contracts';
import { z } from 'zod';

/** One contract for a test and for the process it kills. */
export const RemindCustomer = job('sales.remind-customer.v1', {
  summary: 'Reminds a customer of an invoice.',
  payload: z.object({ invoice: z.string() }),
  queue: 'critical',
});
