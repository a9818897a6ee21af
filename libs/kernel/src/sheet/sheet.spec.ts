import { describe, expect, test } from '@jest/globals';
import { sheetIn } from './sheet.js';
import { SheetUnreadable } from './sheet-unreadable.js';

const shape = { columns: ['Name', 'StateCode', 'Phone'], needed: ['Name'], mostRows: 2 } as const;

describe('a sheet', () => {
  test('has its columns in any order and spelling, and what is not there is empty', () => {
    expect(sheetIn('state code,NAME\n27,Tea House\n', shape)).toEqual([
      { row: 2, cells: { Name: 'Tea House', StateCode: '27', Phone: '' } },
    ]);
  });

  test('takes back the apostrophe of an export, and no other', () => {
    const rows = sheetIn("Name,Phone\n'Asha's,'+919876543210", shape);
    expect(rows[0]?.cells).toMatchObject({ Name: "'Asha's", Phone: '+919876543210' });
  });

  test.each([
    ['no row', 'Name\n', 'no rows below'],
    ['too many rows', 'Name\na\nb\nc', 'at most 2'],
    ['a foreign column', 'Name,Colour\na,b', 'not known: Colour'],
    ['a column too few', 'Phone\n1', 'lacks the columns Name'],
    ['a column twice', 'Name,Name\na,b', 'Name twice'],
    ['a cell too many', 'Name\na,b', 'Row 2 has more cells'],
  ])('with %s is refused', (_, text, why) => {
    expect(() => sheetIn(text, shape)).toThrow(SheetUnreadable);
    expect(() => sheetIn(text, shape)).toThrow(why);
  });
});
