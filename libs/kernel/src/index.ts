export * from './allocate.js';
export { amountInWords } from './amount-in-words.js';
export * from './clock.js';
export * from './currency.js';
export { amountOnPaper, dayOnPaper } from './on-paper.js';
export * from './domain-error.js';
export * from './financial-year.js';
export * from './id.js';
export * from './money.js';
export { type DocumentLanguage, numberInWords } from './number-words.js';
export * from './plain-date.js';
export * from './quantity.js';
export * from './rate.js';
export * from './rhythm.js';
export { type Rounding, DivisionByZero } from './rounding.js';
export { instantAt, TimeNotReal } from './zoned-time.js';
export { checkClassification, digitsNeeded, isService } from './gst/classification.js';
export {
  allOf,
  type Creditable,
  type CreditedDocument,
  type CreditLine,
  creditOf,
  type CreditWanted,
  leftAfter,
} from './gst/credit-note.js';
export { lastDayForCreditNote } from './gst/credit-note-deadline.js';
export { type GstKind, type Levy, levyOn, type SupplyNature } from './gst/levy.js';
export { placeOfSupply } from './gst/place-of-supply.js';
export { returnSectionOf, type ReturnSection } from './gst/return-section.js';
export { outsideIndia, type StateCode, stateName } from './gst/state-codes.js';
export { taxableContribution, type ExemptionView } from './gst/society.js';
export type { Supply } from './gst/supply.js';
export { tax } from './gst/tax.js';
export type * from './gst/tax-document.js';
export { DatedRule, LawSilent, type Version } from './law/dated.js';
export type { Reason } from './law/reason.js';
export { NotPayableByUpi, upiLink, type UpiRequest } from './upi-link.js';
export { rowsIn as separatedRows, type TextRow } from './sheet/separated-text.js';
export { sheetIn, type SheetRow } from './sheet/sheet.js';
export { SheetUnreadable } from './sheet/sheet-unreadable.js';
