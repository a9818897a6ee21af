/** Where a process may die with something half done. `test/crash-points.test.ts` kills it at each of them. */
export const crashPoints = [
  'after-commit',
  'after-claim',
  'after-publish',
  'after-confirm',
  'in-handler',
  'before-handled-commit',
  'before-ack',
  'before-retry-ack',
] as const;

export type CrashPoint = (typeof crashPoints)[number];

/** Does nothing, unless a test has named this point in `CRASH_AT`: then the process is killed, as by a power cut. */
export function crash(point: CrashPoint): void {
  if (process.env['CRASH_AT'] === point) process.kill(process.pid, 'SIGKILL');
}
