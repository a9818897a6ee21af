import { DatedRule } from '../law/dated.js';

/** The goods and services tax law that a document needs, dated and with its sources. Nothing outside this file knows a rate. */
const start = '2017-07-01';

const notification92025 = 'Notifications 9 to 17/2025-Central Tax (Rate)';
const notification122017 = 'Notification 12/2017-Central Tax (Rate), entry 77(c)';

/** The percentages that may stand on a line. */
export const slabs = new DatedRule('gst.slabs', [
  {
    from: start,
    says: ['0', '0.1', '0.25', '1', '1.5', '3', '5', '6', '7.5', '12', '18', '28'],
    source: 'Notification 1/2017-Central Tax (Rate)',
  },
  {
    from: '2025-09-22',
    says: ['0', '0.1', '0.25', '1', '1.5', '3', '5', '18', '40'],
    source: notification92025,
  },
]);

/** Up to this much a month for each residential unit a society's contribution is exempt, in rupees. */
export const societyExemption = new DatedRule('gst.society-exemption', [
  { from: start, says: '5000.00', source: notification122017 },
  {
    from: '2018-01-25',
    says: '7500.00',
    source: `${notification122017}, amended by 2/2018; Circular 109/28/2019-GST`,
  },
]);

/** Turnover of a year above which services must be registered, in rupees: usually, and in some states. */
export const registrationTurnover = new DatedRule('gst.registration-turnover', [
  {
    from: start,
    says: { usual: '2000000.00', lower: '1000000.00' },
    source: 'CGST Act, section 22(1)',
  },
]);

/** How many digits of the classification a document shows, by the turnover of the preceding year in rupees. */
export const classificationDigits = new DatedRule('gst.classification-digits', [
  {
    from: '2021-04-01',
    says: { limit: '50000000.00', upTo: 4, above: 6 },
    source: 'Notification 78/2020-Central Tax',
  },
]);

/** Last day and month, after the year of supply, on which a credit note still reduces the tax. */
export const creditNoteDeadline = new DatedRule('gst.credit-note-deadline', [
  { from: start, says: { month: 9, day: 30 }, source: 'CGST Act, section 34(2)' },
  {
    from: '2022-10-01',
    says: { month: 11, day: 30 },
    source: 'CGST Act, section 34(2), amended by the Finance Act 2022',
  },
]);

/** An inter-state invoice to a person without GSTIN above this value is reported on its own, in rupees. */
export const largeConsumerInvoice = new DatedRule('gst.large-consumer-invoice', [
  { from: start, says: '250000.00', source: 'CGST Rules, rule 59(4)' },
  { from: '2024-08-01', says: '100000.00', source: 'Notification 12/2024-Central Tax' },
]);

/** The step to which the tax payable on a document is rounded, in paise. */
export const roundOffStep = new DatedRule('gst.round-off', [
  { from: start, says: 100n, source: 'CGST Act, section 170' },
]);
