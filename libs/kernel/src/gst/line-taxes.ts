import type { Reason } from '../law/reason.js';
import { Money } from '../money.js';
import { Rate } from '../rate.js';
import { roundedAlong } from './carried-rounding.js';
import type { GstKind, Levy } from './levy.js';
import { slabs } from './rules.js';
import type { DocumentToTax, LineTax, LineToTax, TaxKind } from './tax-document.js';
import type { TaxableValue } from './taxable-values.js';

const half = Rate.ratio(1n, 2n);
const minusOne = Rate.ratio(-1n, 1n);
const source = 'CGST Act, sections 9 and 15';

/**
 * The taxes of every line. Each tax is rounded by itself, never half of a rounded total, and what rounding gains or loses
 * is carried from line to line, so that the lines add up to the tax of the document.
 */
export function lineTaxes(
  document: DocumentToTax,
  levy: Levy,
  values: readonly TaxableValue[],
): Map<TaxableValue, LineTax[]> {
  const taxes = new Map(values.map((value): [TaxableValue, LineTax[]] => [value, []]));
  for (const kind of [...levy.kinds, ...cessIfAny(document, levy)]) {
    const bearing = values.filter(({ line }) => bears(line, kind));
    for (const { item, units } of roundedAlong(bearing, (value) => exactTax(document, kind, value))) {
      const amount = Money.of(units, document.currency);
      taxes.get(item)?.push(explained(document, levy, item, { kind, amount }));
    }
  }
  return taxes;
}

function cessIfAny({ lines }: DocumentToTax, levy: Levy): TaxKind[] {
  return levy.kinds.length > 0 && lines.some(({ cess }) => cess) ? ['cess'] : [];
}

function bears({ treatment, cess }: LineToTax, kind: TaxKind): boolean {
  return treatment === 'taxable' && (kind !== 'cess' || cess !== undefined);
}

function exactTax({ pricesIncludeTax }: DocumentToTax, kind: TaxKind, { line, taxable }: TaxableValue): Rate {
  const fixed = Rate.ratio(line.cess?.perUnit?.minor ?? 0n, 1n).multiply(line.quantity.toRate());
  const amount = Rate.ratio(taxable.minor, 1n);
  const byValue = pricesIncludeTax
    ? amount.add(fixed.multiply(minusOne)).multiply(within(line, kind))
    : amount.multiply(rateOf(line, kind));
  return kind === 'cess' ? byValue.add(fixed) : byValue;
}

/** The share of a price that already holds the tax: 18 of 118. */
function within(line: LineToTax, kind: TaxKind): Rate {
  const whole = Rate.one.add(Rate.percent(line.ratePercent)).add(rateOf(line, 'cess'));
  return rateOf(line, kind).multiply(whole.inverse());
}

function rateOf(line: LineToTax, kind: TaxKind): Rate {
  if (kind === 'cess') return Rate.percent(line.cess?.percent ?? '0');
  return kind === 'igst' ? Rate.percent(line.ratePercent) : Rate.percent(line.ratePercent).multiply(half);
}

function explained(
  { supply }: DocumentToTax,
  levy: Levy,
  { line, taxable, exemption }: TaxableValue,
  { kind, amount }: Pick<LineTax, 'kind' | 'amount'>,
): LineTax {
  const ratePercent = kind === 'cess' ? (line.cess?.percent ?? '0') : percentOf(line.ratePercent, kind);
  const slab = slabs.on(supply.on);
  const because: Reason[] = [
    levy.reason,
    {
      rule: 'gst.rate',
      found: line.ratePercent,
      source: slab.source,
      inputs: { on: supply.on.toString() },
      because: [],
    },
    ...(exemption ? [exemption] : []),
  ];
  const inputs = { taxable: taxable.toJSON(), ratePercent };
  const reason = { rule: `gst.${kind}`, found: amount.toJSON(), source, inputs, because };
  return { kind, ratePercent, amount, reason };
}

/** Half a percentage in decimal text: 9 for 18, 2.5 for 5, 0.125 for 0.25. */
function percentOf(text: string, kind: GstKind): string {
  if (kind === 'igst') return text;
  const [whole = '0', fraction = ''] = text.split('.');
  const digits = (BigInt(whole + fraction) * 5n).toString().padStart(fraction.length + 2, '0');
  const point = digits.length - fraction.length - 1;
  return `${digits.slice(0, point)}.${digits.slice(point)}`.replace(/\.?0+$/, '');
}
