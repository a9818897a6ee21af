import { describe, expect, it } from '@jest/globals';
import { StillNotTrue, until } from './until.js';

describe('waiting until', () => {
  it('gives the first answer that is neither undefined nor false', async () => {
    const answers = [undefined, false, 0];
    expect(await until(() => answers.shift())).toBe(0);
  });

  it('takes an error for "not yet" and tells the last one when the deadline passes', async () => {
    let attempts = 0;
    const failing = until(
      () => {
        attempts += 1;
        throw new Error(`refused ${String(attempts)} times`);
      },
      { deadlineMs: 30, what: 'the broker is back' },
    );
    await expect(failing).rejects.toThrow('after 30 ms still not true: the broker is back');
    await expect(failing).rejects.toBeInstanceOf(StillNotTrue);
    await expect(failing).rejects.toMatchObject({ cause: { message: `refused ${String(attempts)} times` } });
    expect(attempts).toBeGreaterThan(2);
  });

  it('says what it waited for even when nobody named it', async () => {
    await expect(until(() => false, { deadlineMs: 5 })).rejects.toThrow(/still not true: \(\)\s*=>\s*false/);
  });
});
