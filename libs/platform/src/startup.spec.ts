import { PassThrough } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { createLogger } from './observability/logger.js';
import { SelfCheckFailed } from './self-check.js';
import { untilUp } from './startup.js';

const settings = { service: 'sales', LOG_LEVEL: 'error', ENVIRONMENT: 'test', SERVICE_VERSION: '0' } as const;
const logger = createLogger(settings, new PassThrough());

describe('bringing up a dependency', () => {
  test('tries again until it is there', async () => {
    let attempts = 0;
    const attempt = async (): Promise<void> => {
      attempts += 1;
      if (attempts < 3) throw new Error('not yet');
    };
    const stopped = new AbortController().signal;
    expect(await untilUp({ name: 'database', attempt, stopped }, logger)).toBe(true);
    expect(attempts).toBe(3);
  });

  test('gives up at once on what waiting cannot cure', async () => {
    const attempt = async (): Promise<void> => {
      throw new SelfCheckFailed(['the role is a superuser']);
    };
    const stopped = new AbortController().signal;
    await expect(untilUp({ name: 'database', attempt, stopped }, logger)).rejects.toThrow(SelfCheckFailed);
  });

  test('ends its pause when the service stops', async () => {
    const stopping = new AbortController();
    const attempt = async (): Promise<void> => {
      setTimeout(() => stopping.abort(), 5);
      throw new Error('never');
    };
    const start = performance.now();
    expect(await untilUp({ name: 'database', attempt, stopped: stopping.signal }, logger)).toBe(false);
    expect(performance.now() - start).toBeLessThan(90);
  });
});
