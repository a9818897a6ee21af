import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { committedDocument, startService, type StartedService } from '@dhanman/testing';
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
    const { body, status } = await started.agent.get('/health/ready');
    expect({ status, ...body }).toMatchObject({ status: 'ok', service: 'community' });
  });

  test('describes itself by the committed document (update it with jest -u)', async () => {
    const { body } = await started.agent.get('/openapi.json').expect(200);
    expect(body).toEqual(committedDocument('community.openapi.json', body, expect.getState()));
  });
});
