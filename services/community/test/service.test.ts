import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Health } from '@dhanman/contracts';
import {
  committedDocument,
  massAssignments,
  settingsInDispute,
  sqlInQueries,
  startService,
  type StartedService,
  until,
} from '@dhanman/testing';
import { community } from '../src/main.js';

let started: StartedService;

beforeAll(async () => {
  started = await startService(community);
});

afterAll(async () => {
  await started.stop();
});

describe('the community service', () => {
  test('is ready when everything it depends on is there', async () => {
    // The broker connects in the background, a moment after the service is up.
    const ready = await until(async () => {
      const { body } = await started.agent.get('/health/ready').expect(200);
      return (body as Health).status === 'ok' && (body as Health);
    });
    expect(ready.service).toBe('community');
  });

  test('describes itself by the committed document (update it with jest -u)', async () => {
    const { body } = await started.agent.get('/openapi.json').expect(200);
    expect(body).toEqual(committedDocument('community.openapi.json', body, expect.getState()));
  });

  test('reads the settings that its environment templates name, and no others', () => {
    expect(settingsInDispute(community)).toEqual([]);
  });

  test('lets no client set what only the server decides, on any route', async () => {
    expect(await massAssignments(started)).toEqual([]);
  });

  test('takes pieces of SQL in a query for what they are: a mistake, or text to look for', async () => {
    expect(await sqlInQueries(started, { seed: 1, rounds: 12 })).toEqual({ answers: [], statements: [] });
  });
});
