/** Numbers that begin like this; one that is `whole` ends there too. */
export interface NumberSought {
  readonly begins: string;
  readonly isWhole: boolean;
}

/** GST allows sixteen characters. */
const longest = 16;

/**
 * Which numbers people mean by what they type, given the series in use (`SI/2627/`): a series or a part of its name, a
 * number from any place in the series on, or the running number alone, with or without its zeros. As beginnings, an
 * index finds them among a million; the middle of a running number is nothing anybody looks for.
 */
export function numbersSought(text: string, series: readonly string[]): readonly NumberSought[] {
  const sought = text.trim().toUpperCase();
  return series.flatMap((one) => {
    if (one.includes(sought)) return [{ begins: one, isWhole: false }];
    const running = runningNumber(sought, one);
    return running === undefined ? [] : withZeros(one, running);
  });
}

/** The digits left when the end of the series that `sought` begins with, or nothing of it, is taken away. */
function runningNumber(sought: string, series: string): string | undefined {
  for (let start = 0; start <= series.length; start += 1) {
    const end = series.slice(start);
    const rest = sought.slice(end.length);
    if (sought.startsWith(end) && /^\d+$/.test(rest)) return rest;
  }
  return undefined;
}

function withZeros(series: string, running: string): readonly NumberSought[] {
  const places = Math.max(0, longest - series.length - running.length);
  const padded = Array.from({ length: places }, (_, index) => ({
    begins: series + running.padStart(running.length + index + 1, '0'),
    isWhole: true,
  }));
  return [{ begins: series + running, isWhole: false }, ...padded];
}
