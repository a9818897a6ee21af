import type { InvoiceFiguresDto } from '@dhanman/contracts';
import type { Money } from '@dhanman/kernel';

export interface Figure {
  readonly amount: Money;
  readonly count: number;
}

export interface Counted {
  readonly paid: Figure;
  readonly unpaid: Figure;
  readonly overdue: Figure;
  readonly writtenOff: Figure;
}

type Cards = Pick<
  InvoiceFiguresDto,
  'paid' | 'unpaid' | 'overdue' | 'writtenOff' | 'all' | 'amountPaidShare'
>;

/** The shares of the cards are shares of the number of invoices; that of the bar is one of the money. */
export function figuresOf({ paid, unpaid, overdue, writtenOff }: Counted): Cards {
  const all = {
    amount: paid.amount.add(unpaid.amount).add(writtenOff.amount),
    count: paid.count + unpaid.count + writtenOff.count,
  };
  const card = ({ amount, count }: Figure) => ({
    ...{ amount: amount.toJSON(), count, countShare: percentOf(BigInt(count), BigInt(all.count)) },
  });
  return {
    ...{ paid: card(paid), unpaid: card(unpaid), overdue: card(overdue) },
    ...{ writtenOff: card(writtenOff), all: card(all) },
    amountPaidShare: percentOf(paid.amount.minor, all.amount.minor),
  };
}

/** With one decimal, rounded half up; nothing of nothing is no share. */
function percentOf(part: bigint, whole: bigint): string | null {
  if (whole === 0n) return null;
  const tenths = (part * 2_000n + whole) / (whole * 2n);
  return `${tenths / 10n}.${tenths % 10n}`;
}
