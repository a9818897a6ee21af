import { newId } from '@dhanman/kernel';
import { describe, expect, test } from '@jest/globals';
import { customerRowsIn, judgedAll } from './customer-sheet.js';

const gstin = '27AAPFU0939F1ZV';

function judge(...lines: readonly string[]) {
  const identity = () => ({ organizationId: newId(), companyId: newId(), id: newId<'Customer'>() });
  return judgedAll(customerRowsIn(lines.join('\n')), identity);
}

const head = 'Name,Code,GSTIN,Standing,State code,Address,Email,Phone';

describe('a row of a sheet of customers', () => {
  test('is a customer, written as people and spreadsheets write', () => {
    const [one] = judge(
      head,
      `Tea House,th-1,27aapfu 0939f1zv,,,"4, MG Road\nPune",tea@example.com,98765 43210`,
    );
    expect(one?.problems).toEqual([]);
    expect(one?.customer).toMatchObject({
      ...{ name: 'Tea House', code: 'TH-1', gstin, stateCode: '27', standing: 'registered' },
      ...{ address: '4, MG Road\nPune', email: 'tea@example.com', phone: '+919876543210' },
    });
  });

  test.each([
    ['98765-43210', '+919876543210'],
    ['919876543210', '+919876543210'],
    ['+44 20 7946 0958', '+442079460958'],
  ])('has the phone %s', (phone, known) => {
    expect(judge('Name,Phone', `Asha,${phone}`)[0]?.customer?.phone).toBe(known);
  });

  test('gets back the zero of its state that a spreadsheet dropped', () => {
    expect(judge('Name,StateCode', 'Asha,7')[0]?.customer?.stateCode).toBe('07');
  });

  test.each([
    ['a blank name', ' ,A1,,,,,,', 'Name'],
    ['a mistyped GSTIN', `Asha,,27AAPFU0939F1ZX,,,,,`, 'GSTIN'],
    ['a state that is not the one of its GSTIN', `Asha,,${gstin},,29,,,`, 'GSTIN'],
    ['a standing that is none', 'Asha,,,friend,,,,', 'Standing'],
    ['a standing that its GSTIN contradicts', `Asha,,${gstin},overseas,,,,`, 'Standing'],
    ['no e-mail address', 'Asha,,,,,,nowhere,', 'Email'],
    ['no phone', 'Asha,,,,,,,12', 'Phone'],
    ['a code with a space', 'Asha,a b,,,,,,', 'Code'],
  ])('with %s is refused at that column', (_, line, column) => {
    const [one] = judge(head, line);
    expect(one?.customer).toBeUndefined();
    expect(one?.problems).toMatchObject([{ row: 2, column }]);
  });

  test.each([
    ['code', 'Name,Code', 'Asha,A1', 'Ravi,a1'],
    ['GSTIN', 'Name,GSTIN', `Asha,${gstin}`, `Ravi,${gstin}`],
    ['name', 'Name', 'Asha', 'ASHA'],
  ])('that has the %s of one before it is refused', (_, columns, first, second) => {
    const [one, other] = judge(columns, first, second);
    expect(one?.problems).toEqual([]);
    expect(other?.customer).toBeUndefined();
    expect(other?.problems).toMatchObject([
      { row: 3, column: null, message: expect.stringContaining('row 2') },
    ]);
  });

  test('is another customer when only the name is the same', () => {
    expect(judge('Name,Code', 'Asha,A1', 'Asha,A2').map(({ problems }) => problems)).toEqual([[], []]);
  });
});
