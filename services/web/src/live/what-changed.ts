/** Lists and figures that say something else once a record of this kind has changed, below the key of Sales and its company. */
const shownIn: Readonly<Record<string, readonly string[]>> = {
  customer: ['customers'],
  product: ['products'],
  invoice: ['invoices', 'ageing'],
  'credit-note': ['credit-notes', 'invoices', 'ageing'],
  receipt: ['receipts', 'invoices', 'ageing'],
  refund: ['refunds', 'receipts', 'credit-notes'],
  posting: ['receipts', 'credit-notes', 'refunds', 'invoices', 'ageing'],
};

/** The keys of what has to be asked for again; none for a kind of record that no page shows. */
export function keysOf(entities: Iterable<string>, companyId: string): readonly (readonly string[])[] {
  const nouns = new Set([...entities].flatMap((entity) => shownIn[entity] ?? []));
  return [...nouns].map((noun) => ['sales', companyId, noun]);
}
