import { committedDocument, roleMatrix, routesOf, startService, type StartedService } from '@dhanman/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { common } from '../src/main.js';
import { furnish } from './examples.js';

let started: StartedService;

beforeAll(async () => {
  started = await startService(common);
});

afterAll(async () => {
  await started.stop();
});

test('every route lets in the roles that are written down, and no other (update it with jest -u)', async () => {
  const routes = routesOf('common').filter(({ isPublic }) => !isPublic);
  const matrix = await roleMatrix(started, routes, furnish);
  expect(matrix).toEqual(committedDocument('common.roles.json', matrix, expect.getState()));
});
