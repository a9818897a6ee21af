import type { Reason } from '../law/reason.js';
import { type PlaceOfSupply, placeOfSupply } from './place-of-supply.js';
import { isUnionTerritory } from './state-codes.js';
import type { Supply } from './supply.js';

export type GstKind = 'cgst' | 'sgst' | 'utgst' | 'igst';
export type SupplyNature = 'intra-state' | 'inter-state' | 'sez' | 'export';

/** What a supply bears: the centre's and the state's halves, or the integrated tax, or nothing. Never both families. */
export interface Levy {
  readonly nature: SupplyNature;
  readonly place: PlaceOfSupply;
  readonly kinds: readonly GstKind[];
  /** The tax is worked out but owed by the recipient, so it is not part of what the document demands. */
  readonly isReverseCharge: boolean;
  readonly reason: Reason;
}

export function levyOn(supply: Supply): Levy {
  const place = placeOfSupply(supply);
  const nature = natureOf(supply, place);
  const untaxed = whyUntaxed(supply, nature);
  const kinds = untaxed ? [] : kindsOf(supply, nature);
  const { found, source } = untaxed ?? {
    found: kinds.join(' + '),
    source:
      nature === 'intra-state' ? 'CGST Act, section 9; IGST Act, section 8' : 'IGST Act, sections 5 and 7',
  };
  const inputs = { supplierState: supply.supplier.state, placeOfSupply: place.state, nature };
  return {
    ...{ nature, place, kinds, isReverseCharge: kinds.length > 0 && supply.isReverseCharge === true },
    reason: { rule: 'gst.levy', found, source, inputs, because: [place.reason] },
  };
}

function natureOf({ supplier, recipient, deliveredTo }: Supply, place: PlaceOfSupply): SupplyNature {
  if (recipient.standing === 'sez') return 'sez';
  if (recipient.standing === 'overseas' && !deliveredTo) return 'export';
  return place.state === supplier.state ? 'intra-state' : 'inter-state';
}

interface Untaxed {
  readonly found: string;
  readonly source: string;
}

function whyUntaxed(
  { supplier, recipient, paysTaxOnZeroRated = false }: Supply,
  nature: SupplyNature,
): Untaxed | undefined {
  if (supplier.standing !== 'regular') return notCharging[supplier.standing];
  if (supplier.gstin !== undefined && supplier.gstin === recipient.gstin) {
    return { found: 'none: one registration', source: 'CGST Act, section 25(4)' };
  }
  const isZeroRated = nature === 'sez' || nature === 'export';
  if (!isZeroRated || paysTaxOnZeroRated) return undefined;
  return { found: 'none: zero-rated under undertaking', source: 'IGST Act, section 16(3)' };
}

const notCharging = {
  composition: { found: 'none: composition', source: 'CGST Act, section 10(4)' },
  unregistered: { found: 'none: unregistered', source: 'CGST Act, section 32' },
} as const;

function kindsOf({ supplier }: Supply, nature: SupplyNature): readonly GstKind[] {
  if (nature !== 'intra-state') return ['igst'];
  return ['cgst', isUnionTerritory(supplier.state) ? 'utgst' : 'sgst'];
}
