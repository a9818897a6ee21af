import type { CreateRecurringInvoice } from '@dhanman/contracts';
import { newId, PlainDate } from '@dhanman/kernel';
import { describe, expect, test } from '@jest/globals';
import { PriceChangeOfNoLine, RecurringEndsBeforeStart, RecurringStateWrong } from './recurring-errors.js';
import { RecurringInvoice } from './recurring-invoice.js';

const day = (text: string): PlainDate => PlainDate.parse(text);
const line = { description: 'Rent', quantity: '1', unit: 'NOS', price: '100.00', ratePercent: '18' };
const rhythm = { every: 'month', startsOn: '2026-01-31', times: 4 } as const;

function written(change: Partial<CreateRecurringInvoice> = {}): RecurringInvoice {
  const rent = { name: ' Rent ', makes: 'draft', customerId: newId(), lines: [line], rhythm } as const;
  const identity = { organizationId: newId(), companyId: newId(), id: newId<'RecurringInvoice'>() };
  return RecurringInvoice.write(identity, { ...rent, lines: [line], ...change }, 'asha');
}

describe('a recurring invoice', () => {
  test('gives each date its turn, one after the other, and is finished after the last', () => {
    let recurring = written();
    const turns: string[] = [];
    for (let on = recurring.due(day('2026-12-31')); on; on = recurring.due(day('2026-12-31'))) {
      turns.push(on.toString());
      recurring = recurring.turned();
    }
    expect(turns).toEqual(['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']);
    expect(recurring.state).toBe('finished');
  });

  test('waits for its day', () => {
    expect(written().due(day('2026-01-30'))).toBeUndefined();
    expect(written().due(day('2026-01-31'))?.toString()).toBe('2026-01-31');
  });

  test('has the price of the period, and the dates of the day on which it is made', () => {
    const priceChanges = [
      { from: '2026-03-01', line: 1, price: '120.00' },
      { from: '2026-02-01', line: 1, price: '110.00' },
      { from: '2026-04-30', line: 1, price: '130.00' },
    ];
    const recurring = written({ priceChanges, dueDays: 10 });
    const prices = recurring.upcoming(6).map((on) => recurring.contentOn(on).lines[0]?.price);
    expect(prices).toEqual(['100.00', '110.00', '120.00', '130.00']);
    const made = recurring.invoiceOf(day('2026-02-28'), day('2026-03-02'));
    expect([made.on, made.dueOn, made.lines[0]?.price]).toEqual(['2026-03-02', '2026-03-12', '110.00']);
  });

  test('rests while it is paused, and leaves out what passed meanwhile', () => {
    const paused = written().paused();
    expect(paused.due(day('2026-12-31'))).toBeUndefined();
    expect(paused.resumed(day('2026-03-31')).nextOn?.toString()).toBe('2026-03-31');
    expect(paused.resumed(day('2026-05-01')).state).toBe('finished');
    expect(() => paused.paused()).toThrow(RecurringStateWrong);
  });

  test('that is changed goes on where it was, unless its dates are others', () => {
    const recurring = written().turned();
    const { customerId, content, makes, name } = recurring;
    const same = { name, makes, customerId, ...content, lines: [...content.lines], rhythm };
    expect(recurring.replaced(same, 'ravi').nextOn?.toString()).toBe('2026-02-28');
    const others = { ...same, rhythm: { ...rhythm, startsOn: '2026-01-15' } };
    expect(recurring.replaced(others, 'ravi').nextOn?.toString()).toBe('2026-01-15');
    expect(recurring.replaced(same, 'ravi').writtenBy).toEqual(['asha', 'ravi']);
    expect(() => recurring.discarded().replaced(same, 'ravi')).toThrow(RecurringStateWrong);
  });

  test('does not end before it starts, and changes prices of its own lines only', () => {
    expect(() => written({ rhythm: { ...rhythm, endsOn: '2026-01-30' } })).toThrow(RecurringEndsBeforeStart);
    const priceChanges = [{ from: '2026-03-01', line: 2, price: '120.00' }];
    expect(() => written({ priceChanges })).toThrow(PriceChangeOfNoLine);
  });
});
