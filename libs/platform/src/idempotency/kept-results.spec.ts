import { Money, PlainDate, Quantity, Rate } from '@dhanman/kernel';
import { describe, expect, test } from '@jest/globals';
import { EntitySchema } from 'typeorm';
import { KeptResults } from './kept-results.js';

class Invoice {
  declare readonly id: string;
  declare readonly issuedAt: Date;
  declare readonly total: Money;

  constructor(fields: object) {
    Object.assign(this, fields);
  }

  get isLarge(): boolean {
    return this.total.minor > 100n;
  }
}

const table = new EntitySchema<Invoice>({
  name: 'Invoice',
  target: Invoice,
  columns: { id: { type: 'uuid', primary: true } },
});
const kept = new KeptResults([table] as never);
const again = (value: unknown): unknown => kept.read(kept.write(value));

describe('the result of a transaction', () => {
  test('comes back with its classes, dates and amounts', () => {
    const invoice = new Invoice({
      id: 'a',
      issuedAt: new Date(86_400_000),
      total: Money.parse('11.80', 'INR'),
    });
    const back = again({ invoice, missing: undefined, none: null, rows: [1, 'two', true, 3n] });
    expect(back).toEqual({ invoice, missing: undefined, none: null, rows: [1, 'two', true, 3n] });
    expect((back as { invoice: Invoice }).invoice).toBeInstanceOf(Invoice);
    expect((back as { invoice: Invoice }).invoice.isLarge).toBe(true);
  });

  test.each([
    Money.parse('1180.00', 'INR'),
    PlainDate.parse('2026-04-01'),
    Quantity.parse('2.5', 'kg'),
    Rate.parse('18'),
  ])('may be a %s', (value) => {
    expect(again(value)).toEqual(value);
    expect(again(value)).toBeInstanceOf(value.constructor);
  });

  test.each([[undefined], [null], [''], [0], [[]], [{}], [{ $date: 'not a tag' }], [{ $class: { $x: 1 } }]])(
    'may be %j',
    (value) => {
      expect(again(value)).toEqual(value);
    },
  );

  test.each([[new Map()], [() => 1], [new Error('stranger')]])('may not be %p', (value) => {
    expect(() => kept.write({ value })).toThrow('could not be repeated');
  });
});
