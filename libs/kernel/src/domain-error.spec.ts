import { describe, expect, it } from '@jest/globals';
import { DomainError } from './domain-error.js';

class PeriodClosed extends DomainError {
  constructor(period: string, cause?: unknown) {
    const message = `${period} is closed; date the document in an open period.`;
    super('conflict', 'period-closed', message, { field: 'issuedOn', details: { period }, cause });
  }
}

describe('a broken rule', () => {
  it('is named after the rule and says what to do about it', () => {
    const error = new PeriodClosed('March 2026');
    expect(error).toBeInstanceOf(DomainError);
    expect(error).toMatchObject({
      name: 'PeriodClosed',
      kind: 'conflict',
      code: 'period-closed',
      field: 'issuedOn',
      details: { period: 'March 2026' },
      message: 'March 2026 is closed; date the document in an open period.',
    });
  });

  it('names the field at fault, or each of several', () => {
    expect(new PeriodClosed('March 2026').complaints).toEqual([
      {
        path: 'issuedOn',
        code: 'period-closed',
        message: 'March 2026 is closed; date the document in an open period.',
        details: { period: 'March 2026' },
      },
    ]);
    const complaints = [
      { path: 'lines.0.account', code: 'account-unknown', message: 'There is no account 999.' },
      { path: 'lines.2.amount', code: 'required', message: 'An amount is missing.' },
    ];
    expect(new DomainError('invalid', 'lines-wrong', 'Two lines.', { complaints }).complaints).toEqual(
      complaints,
    );
  });

  it('keeps its cause, and has none unless given one', () => {
    const cause = new Error('lock not available');
    expect(new PeriodClosed('March 2026', cause).cause).toBe(cause);
    expect('cause' in new PeriodClosed('March 2026')).toBe(false);
  });

  it('has no field and no details unless it names them', () => {
    const error = new DomainError('unavailable', 'broker-away', 'The message broker cannot be reached.');
    expect([error.field, error.complaints, error.details]).toEqual([undefined, [], {}]);
  });
});
