import { Quantity } from '@dhanman/kernel';
import { columns, row, type Statement } from '../receivables/report-row.js';
import { type GstReturn, type Part, partsOf, sumOfParts, taxNames } from './gst-parts.js';

interface HsnRow {
  readonly isRegistered: boolean;
  readonly classification: string;
  readonly unit: string;
  readonly ratePercent: string;
  readonly parts: readonly Part[];
}

/** By as many digits of HSN or SAC as the turnover asks for; what is told in no return is not here. */
export function hsnRows({ documents, currency, digits }: GstReturn): readonly HsnRow[] {
  const parts = documents
    .flatMap((one) => partsOf(one, currency))
    .filter(({ section }) => section !== 'outside');
  const groups = Map.groupBy(parts, ({ of, line, section }) =>
    JSON.stringify([
      of.buyerGstin !== null,
      line.classification.slice(0, digits),
      line.unit,
      section === 'nil' || line.taxes.length === 0 ? '0' : line.ratePercent,
    ]),
  );
  return [...groups]
    .map(([key, some]): HsnRow => {
      const [isRegistered, classification, unit, ratePercent] = JSON.parse(key) as [
        boolean,
        string,
        string,
        string,
      ];
      return { isRegistered, classification, unit, ratePercent, parts: some };
    })
    .toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
}

function orderOf({ isRegistered, classification, unit, ratePercent }: HsnRow): string {
  return [isRegistered ? 'a' : 'b', classification, unit, ratePercent.padStart(6, '0')].join(' ');
}

/** Table 12 of the return: to registered customers and to others apart. */
export function gstHsn(told: GstReturn): Statement {
  const rows = hsnRows(told);
  const line = ({ classification, unit, ratePercent, parts }: HsnRow) => {
    const { value, cgst, sgst, igst, cess } = sumOfParts(parts, told.currency);
    const said = [classification, unit, quantityOf(parts, unit), ratePercent];
    return row('entry', { level: 1 }, [...said, value, cgst, sgst, igst, cess]);
  };
  const section = (caption: 'hsn-b2b' | 'hsn-b2c', some: readonly HsnRow[]) => {
    const { value, cgst, sgst, igst, cess } = sumOfParts(
      some.flatMap(({ parts }) => parts),
      told.currency,
    );
    const sums = [null, null, null, null, value, cgst, sgst, igst, cess];
    return [row('group', { caption }, sums), ...some.map(line)];
  };
  return {
    name: 'gst-hsn',
    columns: [
      ...columns('text', 'classification', 'unit'),
      ...columns('count', 'quantity'),
      ...columns('percent', 'rate'),
      ...columns('amount', 'value', ...taxNames),
    ],
    rows: [
      ...section(
        'hsn-b2b',
        rows.filter(({ isRegistered }) => isRegistered),
      ),
      ...section(
        'hsn-b2c',
        rows.filter(({ isRegistered }) => !isRegistered),
      ),
    ],
    checks: [],
  };
}

/** A line that is partly exempt is told twice, but its goods went out once. */
function quantityOf(parts: readonly Part[], unit: string): string {
  const counted = new Set<object>();
  let sum = Quantity.zero(unit);
  for (const { of, line } of parts) {
    if (counted.has(line)) continue;
    counted.add(line);
    const quantity = Quantity.parse(line.quantity, unit);
    sum = sum.add(of.sign < 0 ? quantity.negate() : quantity);
  }
  return sum.toJSON();
}
