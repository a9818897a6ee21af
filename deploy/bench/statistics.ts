import type { Target } from './benchmark.ts';

export interface Summary {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** The middle of several rounds and how far they lay apart: one slow round must not decide, nor be hidden. */
export function summary(values: readonly number[]): Summary {
  const usable = values.filter(Number.isFinite);
  if (usable.length === 0 || usable.length < values.length) {
    throw new Error(`a figure could not be measured: ${values.join(', ')}`);
  }
  return { median: median(usable), least: Math.min(...usable), most: Math.max(...usable) };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
}

/** What this share of the values lies below. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function isMet(value: number, target: Target): boolean {
  return 'atLeast' in target ? value >= target.atLeast : value <= target.atMost;
}

/** Three digits that matter: more would be noise of the machine. */
export function rounded(value: number): number {
  return value === 0 ? 0 : Number(value.toPrecision(3));
}
