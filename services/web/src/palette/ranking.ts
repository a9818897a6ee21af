/** How well a label answers what was typed, the lowest first; undefined when it does not. */
export function rank(label: string, typed: string): number | undefined {
  const words = label.toLowerCase().split(/\s+/);
  const wanted = typed.toLowerCase().trim();
  const whole = words.join(' ');
  if (whole.startsWith(wanted)) return 0;
  const parts = wanted.split(/\s+/);
  if (parts.every((part) => words.some((word) => word.startsWith(part)))) return 1;
  if (initials(words).startsWith(wanted)) return 2;
  return parts.every((part) => whole.includes(part)) ? 3 : undefined;
}

/** What answers, the best first; what answers equally well keeps its order. */
export function ranked<Entry extends { readonly label: string }>(
  entries: readonly Entry[],
  typed: string,
): readonly Entry[] {
  const known = entries.map((entry) => ({ entry, place: rank(entry.label, typed) }));
  return known
    .filter((one): one is { entry: Entry; place: number } => one.place !== undefined)
    .sort((one, other) => one.place - other.place)
    .map(({ entry }) => entry);
}

/** `tb` for a trial balance. */
function initials(words: readonly string[]): string {
  return words.map((word) => word[0] ?? '').join('');
}
