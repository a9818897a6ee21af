const pausesMs = [1_000, 2_000, 5_000, 15_000, 60_000] as const;

/** A stream that stood this long has proved itself: the next that breaks is begun anew without long waiting. */
const provedMs = 30_000;

/**
 * How long to wait before listening anew, after so many streams that did not last. All windows lose theirs in the same
 * moment when a service is replaced, so that each waits up to as long again as it must: they come back one after another.
 */
export function pauseAfterMs(failures: number, random: number): number {
  return (pausesMs[Math.min(failures, pausesMs.length - 1)] ?? 0) * (1 + random);
}

/** One that is given and taken away again at once counts among those that did not last. */
export function failuresAfter(failures: number, stoodMs: number): number {
  return stoodMs >= provedMs ? 0 : failures + 1;
}
