export interface YearSpan {
  readonly startsOn: string;
  readonly endsOn: string;
}

/** The year of today, or else the one that ended last: what a person means who has chosen none. */
export function presentYear<Year extends YearSpan>(years: readonly Year[], today: string): Year | undefined {
  const begun = years.filter(({ startsOn }) => startsOn <= today);
  return begun.toSorted((one, other) => other.startsOn.localeCompare(one.startsOn))[0] ?? years[0];
}

/** The days a report is about when nobody named any: of the present year what its service takes, up to today. */
export function daysOf(
  year: YearSpan | undefined,
  today: string,
): { readonly from?: string; readonly asOf?: string } {
  if (!year || (year.startsOn <= today && today <= year.endsOn)) return {};
  return { from: year.startsOn, asOf: year.endsOn };
}
