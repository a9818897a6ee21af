import { newId } from '@dhanman/kernel';
import { describe, expect, test } from '@jest/globals';
import { Company, GstinOfAnotherPan, GstinTwice, NumbersTooLong } from './company.js';

const identity = { organizationId: newId(), id: newId<'Company'>() };
const gstin = '27AAPFU0939F1ZV';
const create = (details: Partial<Parameters<typeof Company.create>[1]> = {}): Company =>
  Company.create(identity, { name: ' Asha Traders ', ...details });

describe('a company', () => {
  test('begins as an Indian business with the usual financial year', () => {
    expect(create()).toMatchObject({
      ...{ ...identity, name: 'Asha Traders', kind: 'business', currency: 'INR', timeZone: 'Asia/Kolkata' },
      ...{ financialYearStartMonth: 4, isActive: true, pan: null, gstins: [], numberSeries: {} },
    });
  });

  test('has the PAN that stands in its GSTIN', () => {
    expect(create({ gstins: [gstin] }).pan).toBe('AAPFU0939F');
    expect(() => create({ gstins: [gstin], pan: 'ABCPE1234F' })).toThrow(GstinOfAnotherPan);
  });

  test('says above what amount two have to approve, in its currency', () => {
    const company = create().patched({ secondApprovalAbove: '50000.00' });
    expect(company.secondApprovalAbove).toBe('50000.00');
    expect(company.patched({ secondApprovalAbove: null }).secondApprovalAbove).toBeNull();
    expect(() => company.patched({ secondApprovalAbove: '1.001' })).toThrow('INR');
  });

  test('lets nobody approve what they wrote before it says so', () => {
    expect(create().authorMayApprove).toBe(false);
    expect(create().patched({ authorMayApprove: true }).authorMayApprove).toBe(true);
  });

  test('names each GSTIN once', () => {
    expect(() => create({ gstins: [gstin, gstin] })).toThrow(GstinTwice);
  });

  test.each([
    ['SI', 4, true],
    ['SI', 8, true],
    ['SI', 9, false],
    ['INVOIC', 4, true],
    ['INVOIC', 5, false],
  ])('numbers %s with %i digits fit into sixteen characters: %s', (prefix, digits, fits) => {
    const made = (): Company => create({ numberSeries: { 'sales-invoice': { prefix, digits } } });
    if (fits) expect(made().numberSeries).toEqual({ 'sales-invoice': { prefix, digits } });
    else expect(made).toThrow(NumbersTooLong);
  });

  test('refuses a time zone and a currency that nobody knows', () => {
    expect(() => create({ timeZone: 'Asia/Atlantis' })).toThrow();
    expect(() => create({ currency: 'XXQ' })).toThrow();
  });
});

describe('a patch', () => {
  test('changes what it names, and null takes a number away', () => {
    const company = create({ pan: 'AAPFU0939F', tan: 'MUMA12345B' });
    const patched = company.patched({ name: 'Asha & Sons', tan: null });
    expect(patched).toMatchObject({ name: 'Asha & Sons', tan: null, pan: 'AAPFU0939F', kind: 'business' });
  });

  test('that changes nothing leaves the company as it was', () => {
    const company = create({ gstins: [gstin] });
    expect(company.patched({})).toBe(company);
    expect(company.patched({ name: 'Asha Traders ', gstins: [gstin] })).toBe(company);
  });

  test('is checked like a new company', () => {
    expect(() => create({ gstins: [gstin] }).patched({ pan: 'ABCPE1234F' })).toThrow(GstinOfAnotherPan);
  });
});
