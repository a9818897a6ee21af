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

/** In `CRASH_AT` a test names a point, or a later passing of it: `before-ack:7`. */
const [fatal, passing = '1'] = (process.env['CRASH_AT'] ?? '').split(':');
let passings = 0;

/** Does nothing, unless a test has named this point: then the process is killed, as by a power cut. */
export function crash(point: CrashPoint): void {
  if (point !== fatal) return;
  passings += 1;
  if (passings >= Number(passing)) process.kill(process.pid, 'SIGKILL');
}
