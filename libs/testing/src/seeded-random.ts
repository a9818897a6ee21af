/** Numbers in [0, 1) that are the same on every run with the same seed, so that a failure can be repeated. */
export type Random = () => number;

/** The mulberry32 generator: 32 bits of state, good enough to vary faults and far from any secret. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
