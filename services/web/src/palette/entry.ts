/** The groups of what can be found, in the order in which they are shown. */
export const groups = [
  'create',
  'go',
  'invoices',
  'receipts',
  'creditNotes',
  'refunds',
  'writeOffs',
  'customers',
  'journals',
] as const;

export interface Entry {
  readonly group: (typeof groups)[number];
  readonly label: string;
  /** What tells it from another of the same name. */
  readonly detail?: string | undefined;
  /** The keys that lead there without the palette. */
  readonly keys?: string | undefined;
  /** Where it is, as an address of the app. */
  readonly to: string;
}

/** What to choose after so many steps down; the list is a ring. */
export function stepped(at: number, by: number, count: number): number {
  return count === 0 ? 0 : (at + by + count) % count;
}
