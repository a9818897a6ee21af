import type { CreateInvoice } from '@dhanman/contracts';

/** The content of an invoice of one line, for tests in which an invoice is needed and its lines do not matter. */
export function aSale(
  customerId: string,
  { description = 'Tea', price = '1180.00' }: { description?: string; price?: string } = {},
): CreateInvoice {
  const line = {
    description,
    quantity: '1',
    unit: 'NOS',
    price,
    treatment: 'exempt',
    ratePercent: '0',
  } as const;
  return { customerId: customerId as CreateInvoice['customerId'], lines: [line], isRoundedOff: false };
}
