import { permitted, type Destination } from '../layout/navigation.js';

/** After `g` one goes, after `c` one begins; the same letter means the same thing after both. */
const goTo: Readonly<Partial<Record<Destination['to'], string>>> = {
  '/': 'g h',
  '/invoices': 'g i',
  '/receipts': 'g r',
  '/customers': 'g c',
  '/products': 'g p',
  '/journals': 'g j',
  '/chart': 'g a',
  '/budgets': 'g b',
  '/closing': 'g m',
  '/reports': 'g t',
  '/status': 'g o',
  '/people': 'g u',
};

export const creations = [
  {
    keys: 'c i',
    label: 'palette.newInvoice',
    to: '/invoices/new',
    permission: 'dhanman.sales.invoice.create',
  },
  {
    keys: 'c r',
    label: 'palette.newReceipt',
    to: '/receipts/new',
    permission: 'dhanman.sales.receipt.create',
  },
  {
    keys: undefined,
    label: 'palette.newRefund',
    to: '/refunds/new',
    permission: 'dhanman.sales.refund.create',
  },
  {
    keys: 'c j',
    label: 'palette.newJournal',
    to: '/journals/new',
    permission: 'dhanman.common.journal.create',
  },
  {
    keys: undefined,
    label: 'palette.importJournals',
    to: '/journals/import',
    permission: 'dhanman.common.journal.create',
  },
] as const;

/** The keys that lead to a page of the menu, if any do. */
export function keysTo(to: string): string | undefined {
  return (goTo as Readonly<Record<string, string | undefined>>)[to];
}

export interface Way {
  readonly keys: string;
  readonly to: string;
  readonly label: Destination['label'] | (typeof creations)[number]['label'];
}

/** Every place that two keys lead to, for whoever may go there. */
export function waysFor(may: (permission: string) => boolean): readonly Way[] {
  const pages = permitted(may).flatMap(({ destinations }) => destinations);
  return [
    ...pages.map(({ to, label }) => ({ keys: keysTo(to), to, label })),
    ...creations.filter(({ permission }) => may(permission)),
  ].flatMap(({ keys, to, label }) => (keys === undefined ? [] : [{ keys, to, label }]));
}
