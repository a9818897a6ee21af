interface Timed {
  readonly at: string;
}

export interface Moment<Step> {
  readonly step: Step;
  /** Of the first one there is nothing before. */
  readonly sinceMs: number | undefined;
}

/** Steps of all services in one order, each with the time that passed since the one before it. */
export function sincePrevious<Step extends Timed>(steps: readonly Step[]): readonly Moment<Step>[] {
  const ordered = steps.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
  return ordered.map((step, index) => {
    const previous = ordered[index - 1];
    return { step, sinceMs: previous && Date.parse(step.at) - Date.parse(previous.at) };
  });
}
