import type { Reason } from '../law/reason.js';
import { outsideIndia, type StateCode } from './state-codes.js';
import type { Supply } from './supply.js';

export interface PlaceOfSupply {
  readonly state: StateCode;
  readonly reason: Reason;
}

/** The state where a supply is taxed. Together with the supplier's state it decides between the two families of tax. */
export function placeOfSupply({ supplier, recipient, deliveredTo, propertyIn }: Supply): PlaceOfSupply {
  if (propertyIn) return found(propertyIn, 'where the property is', 'IGST Act, section 12(3)');
  if (deliveredTo) return found(deliveredTo, 'where the goods are delivered', 'IGST Act, section 10(1)');
  if (recipient.standing === 'overseas')
    return found(outsideIndia, 'outside India', 'IGST Act, section 2(5)');
  const registeredIn = recipient.gstin?.slice(0, 2);
  if (registeredIn)
    return found(registeredIn, 'where the recipient is registered', 'IGST Act, section 12(2)(a)');
  if (recipient.state) return found(recipient.state, 'address on record', 'IGST Act, section 12(2)(b)');
  return found(supplier.state, 'where the supplier is, no address on record', 'IGST Act, section 12(2)(b)');
}

function found(state: StateCode, decidedBy: string, source: string): PlaceOfSupply {
  const reason = { rule: 'gst.place-of-supply', found: state, source, inputs: { decidedBy }, because: [] };
  return { state, reason };
}
