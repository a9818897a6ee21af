import { newId } from '@dhanman/kernel';
import { describe, expect, test } from '@jest/globals';
import { Customer, GstinOfAnotherState, StandingContradictsGstin } from './customer.js';

const identity = () => ({ organizationId: newId(), companyId: newId(), id: newId<'Customer'>() });

describe('a customer', () => {
  test('needs nothing but a name, which is kept without the space around it', () => {
    const customer = Customer.create(identity(), { name: '  Asha Traders ' });
    expect(customer).toMatchObject({ name: 'Asha Traders', code: null, gstin: null, stateCode: null });
  });

  test('is in the state its GSTIN was given in', () => {
    expect(Customer.create(identity(), { name: 'Asha', gstin: '27AAPFU0939F1ZV' }).stateCode).toBe('27');
  });

  test('cannot have a GSTIN of one state and be in another', () => {
    const details = { name: 'Asha', gstin: '27AAPFU0939F1ZV', stateCode: '29' };
    expect(() => Customer.create(identity(), details)).toThrow(GstinOfAnotherState);
  });

  test('keeps what a patch leaves out and loses what it sets to null', () => {
    const customer = Customer.create(identity(), { name: 'Asha', code: 'A1', email: 'asha@example.in' });
    const patched = customer.patched({ name: 'Asha & Co', email: null });
    expect(patched).toMatchObject({ name: 'Asha & Co', code: 'A1', email: null });
    expect(customer).toMatchObject({ name: 'Asha', email: 'asha@example.in' });
  });

  test('stays the same object when a patch changes nothing', () => {
    const customer = Customer.create(identity(), { name: 'Asha', code: 'A1' });
    expect(customer.patched({ name: ' Asha', code: 'A1' })).toBe(customer);
  });

  test('cannot be patched into another state than that of its GSTIN', () => {
    const customer = Customer.create(identity(), { name: 'Asha', gstin: '27AAPFU0939F1ZV' });
    expect(() => customer.patched({ stateCode: '29' })).toThrow(GstinOfAnotherState);
    expect(customer.patched({ gstin: null, stateCode: '29' }).stateCode).toBe('29');
  });

  test('is registered with a GSTIN and unregistered without, unless it says otherwise', () => {
    const asha = Customer.create(identity(), { name: 'Asha' });
    const ravi = Customer.create(identity(), { name: 'Ravi', gstin: '27AAPFU0939F1ZV' });
    expect([asha.standing, ravi.standing]).toEqual(['unregistered', 'registered']);
    expect(asha.patched({ gstin: '27AAPFU0939F1ZV' }).standing).toBe('registered');
    expect(ravi.patched({ gstin: null }).standing).toBe('unregistered');
    expect(ravi.patched({ standing: 'sez' }).standing).toBe('sez');
    expect(Customer.create(identity(), { name: 'Ann', standing: 'overseas' }).standing).toBe('overseas');
  });

  test('cannot be registered without a GSTIN, or have one from abroad', () => {
    expect(() => Customer.create(identity(), { name: 'Asha', standing: 'sez' })).toThrow(
      StandingContradictsGstin,
    );
    const details = { name: 'Asha', gstin: '27AAPFU0939F1ZV', standing: 'overseas' } as const;
    expect(() => Customer.create(identity(), details)).toThrow(StandingContradictsGstin);
  });
});
