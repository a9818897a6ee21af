interface Days {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** The condition that a document is of certain days, both of them included; of any where none are named. */
export function datedWithin({ from, until }: Days, place: (value: unknown) => string): string {
  const parts = [
    from !== undefined && `dated_on >= ${place(from)}`,
    until !== undefined && `dated_on <= ${place(until)}`,
  ];
  return parts.filter((part) => part !== false).join(' and ') || 'true';
}
