// What a step found. Checks that are not Jest count one each, so that the last line adds up over all steps.
export type Outcome = {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly Skipped[];
  /** The tests that failed, by file and name, as far as the step knows them. */
  readonly failures?: readonly string[];
};
export type Skipped = { readonly what: string; readonly why: string };

export const pass: Outcome = { passed: 1, failed: 0, skipped: [] };
export const fail: Outcome = { passed: 0, failed: 1, skipped: [] };

export function skip(what: string, why: string): Outcome {
  return { passed: 0, failed: 0, skipped: [{ what, why }] };
}

export function sum(outcomes: readonly Outcome[]): Outcome {
  return {
    passed: outcomes.reduce((total, { passed }) => total + passed, 0),
    failed: outcomes.reduce((total, { failed }) => total + failed, 0),
    skipped: outcomes.flatMap(({ skipped }) => skipped),
    failures: outcomes.flatMap(({ failures = [] }) => failures),
  };
}

/** The last line of every run; nothing at all having run is a failure, never a green nothing. */
export function lastLine({ passed, failed, skipped }: Outcome): string {
  const nothing = passed + failed === 0;
  const tail = skipped.length > 0 ? `, ${skipped.length} skipped` : '';
  return `${passed} passed, ${nothing ? 1 : failed} failed${tail}`;
}

export function exitCode({ passed, failed }: Outcome): number {
  return failed > 0 || passed === 0 ? 1 : 0;
}

/** `12 passed, 1 failed`, as short as the truth allows. */
export function counts({ passed, failed, skipped }: Outcome): string {
  const parts = [`${passed} passed`];
  if (failed > 0) parts.push(`${failed} failed`);
  if (skipped.length > 0) parts.push(`${skipped.length} skipped`);
  return parts.join(', ');
}
