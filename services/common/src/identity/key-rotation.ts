/** A signing key as far as its time is concerned. */
export interface DatedKey {
  readonly kid: string;
  readonly signsFrom: Date;
}

const day = 24 * 60 * 60_000;

/** How long a key signs before the next one takes over. */
export const periodMs = 30 * day;
/** A new key is published before it signs, for longer than any service remembers the keys it has fetched. */
export const announcedMs = day;
/** After its successor took over a key is still published, for longer than any token it signed is valid. */
const rememberedMs = day;

export interface KeyRing<Key extends DatedKey> {
  /** Signs now. */
  readonly current: Key | undefined;
  /** Everything that verifiers are to know: the current one first, the next, and those whose tokens may still be about. */
  readonly published: readonly Key[];
  /** When a key that does not exist yet should sign from, if one is to be made now. */
  readonly due: Date | undefined;
  readonly forgotten: readonly Key[];
}

/** What is to be done with the keys at a moment, decided by time alone, so that every process decides the same. */
export function ringOf<Key extends DatedKey>(keys: readonly Key[], now: Date): KeyRing<Key> {
  const sorted = [...keys].sort((one, other) => one.signsFrom.getTime() - other.signsFrom.getTime());
  const begun = sorted.filter(({ signsFrom }) => signsFrom <= now);
  const current = begun.at(-1);
  const coming = sorted.filter(({ signsFrom }) => signsFrom > now);
  const isKept = (index: number): boolean => {
    const successor = begun[index + 1];
    return !successor || successor.signsFrom.getTime() + rememberedMs > now.getTime();
  };
  const past = begun.filter((key, index) => key !== current && isKept(index));
  return {
    current,
    published: [...(current ? [current] : []), ...coming, ...past],
    due: dueAt(current, coming, now),
    forgotten: begun.filter((key, index) => key !== current && !isKept(index)),
  };
}

function dueAt(current: DatedKey | undefined, coming: readonly DatedKey[], now: Date): Date | undefined {
  if (coming.length > 0) return undefined;
  if (!current) return now;
  const ends = current.signsFrom.getTime() + periodMs;
  if (now.getTime() < ends - announcedMs) return undefined;
  // A service that stood still past the end of its key announces the next one in full length all the same.
  return new Date(Math.max(ends, now.getTime() + announcedMs));
}
