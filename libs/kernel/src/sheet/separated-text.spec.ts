import { describe, expect, test } from '@jest/globals';
import { SheetUnreadable } from './sheet-unreadable.js';
import { rowsIn } from './separated-text.js';

const cells = (text: string) => rowsIn(text).map((one) => one.cells);

describe('the rows of a text', () => {
  test('end with any line break, and with none', () => {
    for (const end of ['\n', '\r\n', '\r'])
      expect(cells(`a,b${end}1,2${end}`)).toEqual([
        ['a', 'b'],
        ['1', '2'],
      ]);
    expect(cells('a,b\n1,')).toEqual([
      ['a', 'b'],
      ['1', ''],
    ]);
  });

  test('have commas, marks and line breaks inside quotes', () => {
    expect(cells('a,b\n"1,00,000","say ""yes""\nor no"')).toEqual([
      ['a', 'b'],
      ['1,00,000', 'say "yes"\nor no'],
    ]);
  });

  test('are separated as the first line is', () => {
    expect(cells('a;b\n1,5;2')).toEqual([
      ['a', 'b'],
      ['1,5', '2'],
    ]);
    expect(cells('a\tb\n1,5\t2;3')).toEqual([
      ['a', 'b'],
      ['1,5', '2;3'],
    ]);
  });

  test('are counted as a spreadsheet counts them, empty ones too', () => {
    expect(rowsIn('\uFEFFa\n\n"x\ny"\nz').map(({ row }) => row)).toEqual([1, 3, 4]);
  });

  test('have no mark without its partner', () => {
    for (const text of ['a\n"b', 'a\nb"c', 'a\n"b"c']) expect(() => rowsIn(text)).toThrow(SheetUnreadable);
  });
});
