import { newId } from '@dhanman/kernel';
import { describe, expect, test } from '@jest/globals';
import { ApiKey, checkNotOwner } from './api-key.js';

const from = new Date('2026-04-01T10:00:00.000Z');
const later = (hours: number): Date => new Date(from.getTime() + hours * 3_600_000);
const first = { hash: 'first', ending: 'aaaa' };
const second = { hash: 'second', ending: 'bbbb' };

function aKey(): ApiKey {
  const fields = { organizationId: newId(), id: newId<'ApiKey'>(), name: ' Shop ', createdBy: newId() };
  return ApiKey.create(fields, first, { from, validDays: 2 });
}

describe('a key', () => {
  test('works until it expires', () => {
    const key = aKey();
    expect(key.name).toBe('Shop');
    expect(key.hashesAt(from)).toEqual(['first']);
    expect(key.hashesAt(later(47))).toEqual(['first']);
    expect(key.hashesAt(later(48))).toEqual([]);
  });

  test('that is rotated works with both secrets for a while, then with the new one', () => {
    const key = aKey().rotated(second, { at: later(1), overlapHours: 3 });
    expect(key.hashesAt(later(3))).toEqual(['second', 'first']);
    expect(key.hashesAt(later(4))).toEqual(['second']);
    expect(key.previousEnding).toBe('aaaa');
  });

  test('that is rotated without an overlap works with the new secret only', () => {
    expect(aKey().rotated(second, { at: from, overlapHours: 0 }).hashesAt(from)).toEqual(['second']);
  });

  test('that is rotated twice has forgotten the first secret', () => {
    const rotated = aKey().rotated(second, { at: from, overlapHours: 24 });
    const again = rotated.rotated({ hash: 'third', ending: 'cccc' }, { at: from, overlapHours: 24 });
    expect(again.hashesAt(from)).toEqual(['third', 'second']);
  });

  test('that was revoked works with none, stays as it was revoked, and cannot be rotated', () => {
    const revoked = aKey().revoked(later(1));
    expect(revoked.hashesAt(later(1))).toEqual([]);
    expect(revoked.revoked(later(2))).toBe(revoked);
    expect(() => revoked.rotated(second, { at: later(2), overlapHours: 1 })).toThrow('revoked');
  });

  test('that has expired cannot be rotated', () => {
    expect(() => aKey().rotated(second, { at: later(48), overlapHours: 1 })).toThrow('expired');
  });

  test('owns no organization', () => {
    expect(() => checkNotOwner([{ role: 'sales' }, { role: 'owner' }])).toThrow('cannot own');
    expect(() => checkNotOwner([{ role: 'administrator' }])).not.toThrow();
  });
});
