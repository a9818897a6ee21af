/** The states by which journals can be looked for, in the order in which a journal goes through them. */
export const journalStates = ['draft', 'submitted', 'posted', 'discarded'] as const;

export type JournalStateName = (typeof journalStates)[number];

export function journalStateIn(value: unknown): JournalStateName | undefined {
  return journalStates.find((one) => one === value);
}
