// What people were told against what is there: acknowledged means once, refused means never, unknown means at most once.

export type Outcome = 'acknowledged' | 'refused' | 'unknown';

export type Kind = 'create company' | 'change company' | 'draft invoice' | 'issue invoice';

/** One request somebody made, and what they know about its end. */
export interface Operation {
  readonly kind: Kind;
  /** Occurs in nothing else, so that its effects can be found. */
  readonly key: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly outcome: Outcome;
  /** What the answer was, for a person who looks into it. */
  readonly answer: string;
}

/** How often an operation took effect, by the place where it must. */
export type Effects = Readonly<Record<string, number>>;

export interface Judgement {
  readonly operation: Operation;
  readonly verdict: 'lost' | 'doubled';
  readonly effects: Effects;
}

/** The operations whose effects contradict what was said about them. */
export function judge(
  operations: readonly Operation[],
  effectsOf: (operation: Operation) => Effects,
): readonly Judgement[] {
  return operations.flatMap((operation) => {
    const effects = effectsOf(operation);
    const verdict = verdictOn(operation.outcome, Object.values(effects));
    return verdict === undefined ? [] : [{ operation, verdict, effects }];
  });
}

function verdictOn(outcome: Outcome, counts: readonly number[]): Judgement['verdict'] | undefined {
  if (counts.some((count) => count > 1)) return 'doubled';
  const happened = counts.filter((count) => count === 1).length;
  // Somebody was told that nothing happened: what did is one effect too many.
  if (outcome === 'refused') return happened > 0 ? 'doubled' : undefined;
  if (happened === counts.length) return undefined;
  // An unknown end may mean nothing at all, but never that one place knows of it and another does not.
  return outcome === 'unknown' && happened === 0 ? undefined : 'lost';
}

export function countOf(operations: readonly Operation[], outcome: Outcome): number {
  return operations.filter((operation) => operation.outcome === outcome).length;
}
