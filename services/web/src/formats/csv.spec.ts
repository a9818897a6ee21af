import { expect, it } from '@jest/globals';
import { csvOf } from './csv.js';

it('says that it is UTF-8 and ends each row as spreadsheets do', () => {
  expect(
    csvOf([
      ['नाम', 'Total'],
      ['चाय', '90.50'],
    ]),
  ).toBe('\uFEFFनाम,Total\r\nचाय,90.50\r\n');
});

it('quotes what would break a cell apart', () => {
  expect(csvOf([['Rao, "Asha"', 'two\nlines']])).toBe('\uFEFF"Rao, ""Asha""","two\nlines"\r\n');
});

it.each(['=1+1', '+91 98', '-cmd', '@SUM(A1)'])('what a customer called %s is not computed', (text) => {
  expect(csvOf([[text]])).toBe(`\uFEFF'${text}\r\n`);
});

it('an amount below zero stays a number', () => {
  expect(csvOf([['-12.50']])).toBe('\uFEFF-12.50\r\n');
});
