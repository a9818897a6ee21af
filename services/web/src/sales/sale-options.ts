import type { sales } from '@dhanman/client';
import { PlainDate, systemClock } from '@dhanman/kernel';

type Options = Partial<Omit<sales.QuoteTax, 'customerId' | 'on' | 'lines'>>;

/** What decides the amounts and has no field here stays as it was entered elsewhere. */
export function optionsOf(sale: Options): Options {
  return Object.fromEntries(
    optionNames.filter((name) => sale[name] !== undefined).map((name) => [name, sale[name]]),
  );
}

const optionNames = [
  ...(['charges', 'discount', 'pricesIncludeTax', 'isRoundedOff', 'soldFrom', 'deliveredTo'] as const),
  ...(['propertyIn', 'paysTaxOnZeroRated', 'isReverseCharge', 'months'] as const),
];

/** Where the books are kept it may be tomorrow already. */
export function today(): string {
  return PlainDate.today(systemClock, 'Asia/Kolkata').toString();
}
