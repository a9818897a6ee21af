import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { committedDocument, startService, type StartedService } from '@dhanman/testing';
import { purchase } from '../src/main.js';

let started: StartedService;

beforeAll(async () => {
  started = await startService(purchase);
});

afterAll(async () => {
  await started.stop();
});

describe('the purchase service', () => {
  test('is ready when everything it depends on is there', async () => {
    const { body, status } = await started.agent.get('/health/ready');
    expect({ status, ...body }).toMatchObject({ status: 'ok', service: 'purchase' });
  });

  test('describes itself by the committed document (update it with jest -u)', async () => {
    const { body } = await started.agent.get('/openapi.json').expect(200);
    expect(body).toEqual(committedDocument('purchase.openapi.json', body, expect.getState()));
  });
});
