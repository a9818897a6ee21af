import { routesOf, Walls, wallStates } from '@dhanman/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { common } from '../src/main.js';
import { furnish } from './examples.js';

const routes = routesOf('common').filter(({ isPublic }) => !isPublic);
let walls: Walls;

beforeAll(async () => {
  walls = await Walls.around(common, furnish);
});

afterAll(async () => {
  await walls.stop();
});

describe.each(wallStates)('with %s standing', (state) => {
  beforeAll(async () => walls.leave(state));

  test.each(routes.map((route) => [route.id, route] as const))(
    '%s shows nothing to others',
    async (_, route) => {
      expect(await walls.intrusions(route)).toEqual([]);
    },
  );
});

test('row policies alone keep every table from others', async () => {
  expect(await walls.furnishedTables()).toEqual(
    expect.arrayContaining(['branch', 'company', 'membership', 'role']),
  );
  expect(await walls.rowsSeenFromOutside()).toEqual([]);
});
