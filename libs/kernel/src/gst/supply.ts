import type { PlainDate } from '../plain-date.js';
import type { StateCode } from './state-codes.js';

/** Composition dealers and unregistered suppliers may not charge tax. */
export type SupplierStanding = 'regular' | 'composition' | 'unregistered';
export type RecipientStanding = 'registered' | 'composition' | 'unregistered' | 'sez' | 'overseas';

/** Who supplies whom, and where: what decides which taxes a document bears. */
export interface Supply {
  /** The time of supply: the law of this day is used, also for a note that corrects it later. */
  readonly on: PlainDate;
  readonly supplier: {
    readonly standing: SupplierStanding;
    readonly state: StateCode;
    readonly gstin?: string;
  };
  readonly recipient: {
    readonly standing: RecipientStanding;
    /** The state of the address on record; a registered recipient's is that of the GSTIN. */
    readonly state?: StateCode;
    readonly gstin?: string;
  };
  /** Where goods go, when that is in India and shall decide. */
  readonly deliveredTo?: StateCode;
  /** Where the building stands that a service is for: maintenance, works, rent. */
  readonly propertyIn?: StateCode;
  /** A zero-rated supply either bears the tax, to be refunded, or none under bond or undertaking. */
  readonly paysTaxOnZeroRated?: boolean;
  /** The recipient owes the tax to the government instead of the supplier. */
  readonly isReverseCharge?: boolean;
}
