import { newId } from '@dhanman/kernel';
import { describe, expect, test } from '@jest/globals';
import { NameNotConfirmed, Organization, OrganizationNotActive, PlanExhausted } from './organization.js';

const organization = Organization.create(newId(), { name: ' Asha Group ' });

describe('an organization', () => {
  test('is its own tenant, active, on trial', () => {
    expect(organization).toMatchObject({
      ...{ organizationId: organization.id, name: 'Asha Group', state: 'active', plan: 'trial' },
    });
  });

  test('is suspended and let in again, and nothing happens twice', () => {
    const suspended = organization.suspended();
    expect(suspended.state).toBe('suspended');
    expect(suspended.suspended()).toBe(suspended);
    expect(suspended.resumed().state).toBe('active');
    expect(organization.resumed()).toBe(organization);
  });

  test('is closed only by who types its name, and for good', () => {
    expect(() => organization.closed('asha group')).toThrow(NameNotConfirmed);
    const closed = organization.closed('Asha Group');
    expect(closed.state).toBe('closed');
    expect(() => closed.resumed()).toThrow(OrganizationNotActive);
    expect(() => closed.suspended()).toThrow(OrganizationNotActive);
  });

  test('has as many companies and users as its plan has room for', () => {
    expect(() => organization.checkRoom('companies', 1)).not.toThrow();
    expect(() => organization.checkRoom('companies', 2)).toThrow(PlanExhausted);
    expect(() => organization.checkRoom('users', 5)).toThrow(/room for 5 users/);
    expect(() => organization.movedTo('growth').checkRoom('users', 5)).not.toThrow();
  });
});
