import type { Contender, Prepared, Round, Sample } from './benchmark.ts';
import { isMet, rounded, summary, type Summary } from './statistics.ts';
import type { Target } from './benchmark.ts';

/** A figure after all its rounds. */
export interface Outcome extends Summary {
  readonly bench: string;
  readonly figure: string;
  readonly unit: string;
  readonly target: Target;
  readonly met: boolean;
}

/** What a contender measured, over all rounds; it explains the figures and has no target of its own. */
export interface Detail extends Summary {
  readonly contender: string;
  readonly measurement: string;
}

export interface Result {
  readonly bench: string;
  readonly about: string;
  readonly outcomes: readonly Outcome[];
  readonly details: readonly Detail[];
}

/** Lets the contenders run in turn, round after round, and sums the rounds up. */
export async function measure(
  bench: string,
  about: string,
  prepared: Prepared,
  note: (text: string) => void,
): Promise<Result> {
  const rounds: Round[] = [];
  for (let index = 0; index < prepared.rounds; index += 1) {
    rounds.push(
      await runRound(
        inOrder(prepared.contenders, index),
        note,
        `${String(index + 1)}/${String(prepared.rounds)}`,
      ),
    );
  }
  return {
    bench,
    about,
    outcomes: outcomesOf(bench, prepared, rounds),
    details: detailsOf(prepared.contenders, rounds),
  };
}

/** Every second round runs backwards, so that nobody always goes first on a machine that is still warming up. */
export function inOrder(contenders: readonly Contender[], round: number): readonly Contender[] {
  return round % 2 === 0 ? contenders : contenders.toReversed();
}

async function runRound(
  contenders: readonly Contender[],
  note: (text: string) => void,
  which: string,
): Promise<Round> {
  const round: Record<string, Sample> = {};
  for (const contender of contenders) {
    note(`round ${which}: ${contender.name}`);
    round[contender.name] = await contender.measure();
  }
  return round;
}

function outcomesOf(bench: string, { figures }: Prepared, rounds: readonly Round[]): readonly Outcome[] {
  return figures.map((figure) => {
    const values = summary(rounds.map((round) => figure.of(round)));
    const { name, unit, target } = figure;
    // Judged as it is printed: a reader must never see 0.6 against a target of 0.6 and "missed".
    return { bench, figure: name, unit, target, ...values, met: isMet(rounded(values.median), target) };
  });
}

function detailsOf(contenders: readonly Contender[], rounds: readonly Round[]): readonly Detail[] {
  return contenders.flatMap(({ name }) => {
    const samples = rounds.map((round) => round[name] ?? {});
    return Object.keys(samples[0] ?? {}).map((measurement) => {
      return {
        contender: name,
        measurement,
        ...summary(samples.map((sample) => sample[measurement] ?? Number.NaN)),
      };
    });
  });
}
