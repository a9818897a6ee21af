import { describe, expect, test } from '@jest/globals';
import { isTotp, plainCode, recoveryCode } from './second-factor.js';

describe('a recovery code', () => {
  test('is ten signs, each from one byte', () => {
    expect(recoveryCode(Uint8Array.from([0, 1, 9, 10, 31, 32, 63, 64, 255, 17]))).toBe('019az-0z0zh');
  });

  test('is the same however it is typed', () => {
    expect(plainCode('3F7KZ-9QW2M')).toBe(plainCode(' 3f7kz 9qw2m'));
    expect(plainCode('O1IL0-abcde')).toBe('01110abcde');
  });

  test('is not taken for six digits of an app', () => {
    expect(isTotp(plainCode('492 039'))).toBe(true);
    expect(isTotp(plainCode('3f7kz-9qw2m'))).toBe(false);
  });
});
