import type { StateCode } from '@dhanman/kernel';

/** Where a company is registered for GST: the number begins with the code of the state. */
export interface Registration {
  readonly gstin: string;
  readonly stateCode: StateCode;
}

/** Of the numbers alone, as Common tells them. */
export function registrationsOf(gstins: readonly string[]): readonly Registration[] {
  return gstins.map((gstin) => ({ gstin, stateCode: gstin.slice(0, 2) }));
}

/** Of several the one in the state that sells; the first where none is said. */
export function registrationIn(
  registrations: readonly Registration[],
  soldFrom: StateCode | undefined,
): Registration | undefined {
  return registrations.find(({ stateCode }) => stateCode === (soldFrom ?? stateCode));
}
