import { newId } from '@dhanman/kernel';
import { describe, expect, test } from '@jest/globals';
import { Person, PersonDeactivated } from './person.js';

const at = new Date('2026-04-01T06:30:00Z');
const asha = Person.invite(newId<'Person'>(), { email: ' asha@example.com ', name: ' Asha Kulkarni ' });

describe('a person', () => {
  test('is invited first, without spaces around name and address', () => {
    expect(asha).toMatchObject({ email: 'asha@example.com', name: 'Asha Kulkarni', status: 'invited' });
    expect(asha.isActive).toBe(false);
  });

  test('is active once the address is proven, since then and not since the next proof', () => {
    const active = asha.verified(at);
    expect(active).toMatchObject({ status: 'active', emailVerifiedAt: at });
    expect(active.verified(new Date('2026-05-01T00:00:00Z'))).toBe(active);
  });

  test('who is deactivated cannot prove an address', () => {
    expect(() => asha.deactivated().verified(at)).toThrow(PersonDeactivated);
  });

  test('comes back as what they were', () => {
    expect(asha.deactivated().reactivated().status).toBe('invited');
    expect(asha.verified(at).deactivated().reactivated().status).toBe('active');
    expect(asha.reactivated()).toBe(asha);
  });

  test('stays the same object when nothing changes', () => {
    expect(asha.renamed('Asha Kulkarni ')).toBe(asha);
    expect(asha.renamed('Asha K').name).toBe('Asha K');
    const gone = asha.deactivated();
    expect(gone.deactivated()).toBe(gone);
  });
});
