import { expect, test } from '@jest/globals';
import { qrCode } from './qr-code.js';

test('the runs are whole: inside the code, apart from each other, with a finder pattern in three corners', () => {
  const { size, runs } = qrCode('upi://pay?pa=shop@bank&pn=Shop');
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => ' '));
  for (const [row, column, length] of runs) {
    expect(rows[row]?.[column - 1]).not.toBe('#');
    rows[row]?.fill('#', column, column + length);
  }
  expect(rows.every((row) => row.length === size)).toBe(true);
  const finder = ['#######', '#     #', '# ### #', '# ### #', '# ### #', '#     #', '#######'];
  const corner = (row: number, column: number) =>
    rows.slice(row, row + 7).map((squares) => squares.slice(column, column + 7).join(''));
  for (const place of [corner(0, 0), corner(0, size - 7), corner(size - 7, 0)]) expect(place).toEqual(finder);
});

test('the same text is the same code, and a longer one is a larger code', () => {
  expect(qrCode('shop@bank')).toEqual(qrCode('shop@bank'));
  expect(qrCode('shop@bank'.repeat(20)).size).toBeGreaterThan(qrCode('shop@bank').size);
});
