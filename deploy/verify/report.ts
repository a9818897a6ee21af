import type { Verdict } from './verdict.ts';

const shown = 5;

/** One line per invariant, and below a broken one the first rows that break it. */
export function textOf(verdicts: readonly Verdict[]): string {
  return verdicts.flatMap(linesOf).join('\n');
}

export function jsonOf(verdicts: readonly Verdict[]): string {
  return JSON.stringify(verdicts, undefined, 2);
}

export function brokenIn(verdicts: readonly Verdict[]): readonly Extract<Verdict, { state: 'broken' }>[] {
  return verdicts.filter((verdict) => verdict.state === 'broken');
}

function linesOf(verdict: Verdict): readonly string[] {
  const { id, state, says } = verdict;
  const head = `${id.padEnd(4)}${state.padEnd(8)}`;
  if (state === 'not yet') return [`${head}${says}`];
  if (state === 'ok') return [`${head}${numeral(verdict.counted)} ${says}`];
  const { offenders } = verdict;
  const rest = offenders.length - shown;
  return [
    `${head}${numeral(offenders.length)} against "${numeral(verdict.counted)} ${says}":`,
    ...offenders.slice(0, shown).map((offender) => `      ${JSON.stringify(offender)}`),
    ...(rest > 0 ? [`      and ${numeral(rest)} more`] : []),
  ];
}

function numeral(count: number): string {
  return count.toLocaleString('en-IN');
}
