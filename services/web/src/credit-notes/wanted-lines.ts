import type { sales } from '@dhanman/client';
import type { Values } from '../patterns/use-submission.js';

type Wanted = NonNullable<sales.CreateCreditNote['lines']>;

/** What somebody typed beside the lines; nothing anywhere stands for everything that is left. */
export function wantedLines(values: Values, count: number): Wanted | undefined {
  const wanted = Array.from({ length: count }, (_, line) => {
    const quantity = plain(values[`lines.${line}.quantity`]);
    if (quantity !== '') return { line, quantity };
    const amount = plain(values[`lines.${line}.amount`]);
    return amount === '' ? undefined : { line, amount: withPaise(amount) };
  }).filter((one) => one !== undefined);
  return wanted.length === 0 ? undefined : wanted;
}

/** 1,200 is how people write a thousand and two hundred. */
function plain(text = ''): string {
  return text.replaceAll(/[₹,\s]/g, '');
}

function withPaise(amount: string): string {
  const [whole = '0', paise = ''] = amount.split('.');
  return paise.length > 2 ? amount : `${whole}.${paise.padEnd(2, '0')}`;
}
