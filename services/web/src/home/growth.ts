import { Money } from '@dhanman/kernel';

/** How much more than before, in percent with one place; nothing where there was nothing before to compare with. */
export function growth(now: string, before: string, currency: string): string | undefined {
  const [one, other] = [now, before].map((amount) => Money.parse(amount, currency).minor) as [bigint, bigint];
  if (other === 0n) return undefined;
  const base = other < 0n ? -other : other;
  const [more, sign] = one < other ? [other - one, '-'] : [one - other, ''];
  // To the nearest tenth, half of one away from zero.
  const tenths = (more * 2_000n + base) / (2n * base);
  return `${tenths === 0n ? '' : sign}${String(tenths / 10n)}.${String(tenths % 10n)}`;
}
