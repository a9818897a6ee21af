import { describe, expect, test } from '@jest/globals';
import { SignInBusy, WaitingRoom } from './waiting-room.js';

/** Work that is at it until it is told to finish, or to fail. */
function someWork() {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  return { work: () => promise, finish: () => resolve('done'), fail: () => reject(new Error('broken')) };
}

const settle = (): Promise<void> => new Promise((done) => setImmediate(done));

describe('a waiting room', () => {
  test('lets as many work at once as it says, and the others in the order they came', async () => {
    const room = new WaitingRoom({ atOnce: 2, waiting: 10 });
    const begun: number[] = [];
    const all = Array.from({ length: 5 }, (_, number) => ({ number, ...someWork() }));
    const results = all.map(({ number, work }) =>
      room.enter(async () => {
        begun.push(number);
        return work();
      }),
    );
    await settle();
    expect(begun).toEqual([0, 1]);
    expect(room.waiting).toBe(3);
    all[1]!.finish();
    await settle();
    expect(begun).toEqual([0, 1, 2]);
    for (const { finish } of all) finish();
    expect(await Promise.all(results)).toEqual(Array(5).fill('done'));
    expect(begun).toEqual([0, 1, 2, 3, 4]);
  });

  test('says at once that it is full', async () => {
    const room = new WaitingRoom({ atOnce: 1, waiting: 1 });
    const [first, second] = [someWork(), someWork()];
    const results = [room.enter(first.work), room.enter(second.work)];
    await expect(room.enter(second.work)).rejects.toThrow(SignInBusy);
    first.finish();
    second.finish();
    await Promise.all(results);
    expect(await room.enter(second.work)).toBe('done');
  });

  test('is not blocked by work that fails', async () => {
    const room = new WaitingRoom({ atOnce: 1, waiting: 1 });
    const [broken, next] = [someWork(), someWork()];
    const results = [room.enter(broken.work), room.enter(next.work)];
    broken.fail();
    next.finish();
    await expect(results[0]).rejects.toThrow('broken');
    expect(await results[1]).toBe('done');
  });
});
