import { describe, expect, test } from '@jest/globals';
import { acceptable, PasswordWeak } from './password-policy.js';

const owner = { email: 'asha.kulkarni@sahyadri.example', name: 'Asha Kulkarni' };

describe('a password', () => {
  test.each([
    'correct horse battery',
    'नमस्ते दुनिया रोज',
    'tulsi-vrindavan-7',
    'x7!kQ2m$Lp9z',
    'asha likes jaggery',
  ])('%s is accepted', (password) => {
    expect(acceptable(password, owner)).toBe(password.normalize('NFKC'));
  });

  test.each([
    ['nine1char', 'at least 10'],
    ['x'.repeat(5) + 'abcdefgh'.repeat(30), 'at most 200'],
    ['aaaaaaaaaaaaaa', 'too simply'],
    ['1234567890', 'too simply'],
    ['0987654321', 'too simply'],
    ['qwertyuiop', 'too simply'],
    ['poiuytrewq', 'too simply'],
    ['1qaz2wsx3edc', 'too simply'],
    ['Password@123', 'tried first'],
    ['P@ssw0rd#2024', 'tried first'],
    ['Welcome@2026', 'tried first'],
    ['admin@123456', 'tried first'],
    ['India@123456', 'tried first'],
    ['Kulkarni@1985', 'your name'],
    ['ashakulkarni1', 'your name'],
    ['Dhanman@12345', 'your name'],
    ['sahyadri#2025', 'your name'],
  ])('%s is refused: %s', (password, reason) => {
    expect(() => acceptable(password, owner)).toThrow(PasswordWeak);
    expect(() => acceptable(password, owner)).toThrow(reason);
  });

  test('is the same whichever keyboard composed its accents', () => {
    expect(acceptable('cafe\u0301 au lait 9', owner)).toBe(acceptable('caf\u00e9 au lait 9', owner));
  });
});
