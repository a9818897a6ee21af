import type { Id } from '@dhanman/kernel';

/**
 * Whose records an operation may see: those of one organization, or, for who runs the machine, those of all. The tables
 * of the message layer have no row policies, because relay and consumer serve every tenant; so each statement says it.
 */
export type Whose = Id | 'everyone';

/** As a parameter of a statement: `null` stands for all. */
export function organizationOf(whose: Whose): Id | null {
  return whose === 'everyone' ? null : whose;
}
