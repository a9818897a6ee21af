import { committedDocument, roleMatrix, routesOf, startService, type StartedService } from '@dhanman/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { community } from '../src/main.js';

let started: StartedService;

beforeAll(async () => {
  started = await startService(community);
});

afterAll(async () => {
  await started.stop();
});

test('every route lets in the roles that are written down, and no other (update it with jest -u)', async () => {
  const routes = routesOf('community').filter(({ isPublic }) => !isPublic);
  const matrix = await roleMatrix(started, routes, () => Promise.resolve({ ids: {}, bodies: {} }));
  expect(matrix).toEqual(committedDocument('community.roles.json', matrix, expect.getState()));
});
