/** The states by which invoices can be looked for, in the order in which an invoice goes through them. */
export const invoiceStates = [
  ...(['draft', 'submitted', 'approved', 'issued'] as const),
  ...(['posted', 'rejected', 'cancelled', 'discarded'] as const),
];

export type InvoiceStateName = (typeof invoiceStates)[number];

export function invoiceStateIn(value: unknown): InvoiceStateName | undefined {
  return invoiceStates.find((one) => one === value);
}
