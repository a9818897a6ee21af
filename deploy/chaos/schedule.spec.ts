import { seededRandom } from '@dhanman/testing';
import { describe as about, expect, test } from '@jest/globals';
import { describe, scheduleOf } from './schedule.ts';

const processes = ['sales 1', 'common 1', 'payroll 1'];
const schedule = (seed: number, seconds = 60) => scheduleOf(seededRandom(seed), { seconds, processes });
const seeds = Array.from({ length: 200 }, (_, index) => index + 1);

about('a schedule of mishaps', () => {
  test('is the same for the same seed and another for another', () => {
    expect(schedule(7)).toEqual(schedule(7));
    expect(schedule(7)).not.toEqual(schedule(8));
  });

  test('has more than thirty in a minute, in their order and none after the end', () => {
    for (const seed of seeds) {
      const times = schedule(seed).map(({ atMs }) => atMs);
      expect(times.length).toBeGreaterThan(30);
      expect(times).toEqual([...times].sort((one, other) => one - other));
      expect(times.at(-1)).toBeLessThan(60_000);
    }
  });

  test('never kills a broker that can hardly be up again', () => {
    for (const seed of seeds) {
      const kills = schedule(seed).filter(({ mishap }) => describe(mishap) === 'kill -9 rabbitmq');
      for (const [index, { atMs }] of kills.entries())
        expect(atMs - (kills[index - 1]?.atMs ?? -Infinity)).toBeGreaterThan(20_000);
    }
  });

  test('leaves nothing out when it may choose often enough', () => {
    const kinds = new Set(
      seeds.flatMap((seed) =>
        schedule(seed).map(({ mishap }) => {
          return mishap.kind === 'network' ? `${mishap.fault.kind} ${mishap.wire.to}` : describe(mishap);
        }),
      ),
    );
    const wires = ['delay', 'black-hole', 'reset', 'half-open', 'close-after'].flatMap((fault) => [
      `${fault} postgres`,
      `${fault} rabbitmq`,
    ]);
    const killed = [...processes, 'postgres', 'rabbitmq', 'redis-jobs', 'redis-cache'].map(
      (name) => `kill -9 ${name}`,
    );
    expect([...kinds].sort()).toEqual([...wires, ...killed].sort());
  });
});
