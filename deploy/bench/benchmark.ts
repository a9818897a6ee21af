// What a benchmark is. A file in `benchmarks/` exports one as `benchmark`; its file name is the name people type.

/** What one contender did in one round: named measurements such as `requests/s`. */
export type Sample = Readonly<Record<string, number>>;

/** One round: what every contender did, side by side in time. */
export type Round = Readonly<Record<string, Sample>>;

/** Floor, product, or a variant of it: whatever is measured against the others in the same rounds. */
export interface Contender {
  readonly name: string;
  measure(): Promise<Sample>;
}

export type Target = { readonly atLeast: number } | { readonly atMost: number };

/** A number with a target. It is computed per round, so drift of the machine between rounds cancels out. */
export interface Figure {
  readonly name: string;
  readonly unit: string;
  readonly target: Target;
  of(round: Round): number;
}

/** Contenders that are ready to be measured, and what is made of their samples. */
export interface Prepared {
  readonly contenders: readonly Contender[];
  readonly rounds: number;
  readonly figures: readonly Figure[];
  /** Takes down everything that was made ready; also called when a measurement fails. */
  close(): Promise<void>;
}

export interface Benchmark {
  /** One sentence: what is compared with what, and how. */
  readonly about: string;
  prepare(note: (text: string) => void): Promise<Prepared>;
}
