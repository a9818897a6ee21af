import { committedDocument, roleMatrix, routesOf, startService, type StartedService } from '@dhanman/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sales } from '../src/main.js';
import { furnish } from './examples.js';

let started: StartedService;

beforeAll(async () => {
  started = await startService(sales);
});

afterAll(async () => {
  await started.stop();
});

test('every route lets in the roles that are written down, and no other (update it with jest -u)', async () => {
  const routes = routesOf('sales').filter(({ isPublic }) => !isPublic);
  const matrix = await roleMatrix(started, routes, furnish);
  expect(matrix).toEqual(committedDocument('sales.roles.json', matrix, expect.getState()));
});
