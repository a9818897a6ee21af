import { seededRandom } from '@dhanman/testing';
import { describe, expect, test } from '@jest/globals';
import { deathsOf } from './deaths.ts';

const points = ['in-handler', 'before-ack', 'after-claim'];
const deaths = (kills: number, seed = 1) => deathsOf(seededRandom(seed), kills, points);

describe('the deaths of the ledger', () => {
  test('are as many as were asked for, one of four that of a process', () => {
    for (const kills of [1, 4, 25, 1_000]) {
      const { processes, connections } = deaths(kills);
      expect(processes.length + connections.length).toBe(kills);
      expect(processes).toHaveLength(Math.ceil(kills / 4));
    }
  });

  test('reach every point as often, and any moment as often as all points together', () => {
    const { processes } = deaths(96);
    const counts = Map.groupBy(processes, (death) =>
      death.kind === 'chosen point' ? death.point : death.kind,
    );
    expect([...counts].map(([where, found]) => [where, found.length])).toEqual([
      ...[['any moment', 12], ...points.map((point) => [point, 4])],
    ]);
  });

  test('are the same for the same seed and others for another', () => {
    expect(deaths(50, 7)).toEqual(deaths(50, 7));
    expect(deaths(50, 7)).not.toEqual(deaths(50, 8));
  });
});
