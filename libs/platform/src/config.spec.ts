import { inspect } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { type ConfigurationWrong, defineConfig } from './config.js';

const environment = {
  ENVIRONMENT: 'local',
  PORT: '5206',
  METRICS_PORT: '6206',
  PUBLIC_URL: 'http://sales.dhanman.localhost:8080',
  DATABASE_URL: 'postgres://app:swordfish@127.0.0.1:5300/local-dhanman-sales',
  AMQP_URL: 'amqp://sales:swordfish@127.0.0.1:5310/local',
  REDIS_JOBS_URL: 'redis://:swordfish@127.0.0.1:5320/0',
  REDIS_CACHE_URL: 'redis://:swordfish@127.0.0.1:5321/0',
  S3_ENDPOINT: 'http://127.0.0.1:5330',
  S3_BUCKET: 'local-dhanman',
  S3_ACCESS_KEY: 'swordfish',
  S3_SECRET_KEY: 'swordfish',
  AUTH_ISSUER: 'http://identity.dhanman.localhost:8080',
  AUTH_AUDIENCE: 'dhanman',
  AUTH_JWKS: '{"keys":[{"kty":"OKP","crv":"Ed25519","x":"AAAA"}]}',
};

class SalesConfig extends defineConfig({ REMINDER_DAYS: z.string().transform(Number).default(7) }) {}

function complaints(changes: Record<string, string | undefined>): readonly string[] {
  try {
    new SalesConfig({ ...environment, ...changes });
    return [];
  } catch (error) {
    return (error as ConfigurationWrong).complaints;
  }
}

describe('the configuration of a service', () => {
  test('is typed, has its defaults, and holds the variables of the service besides those of all', () => {
    const config = new SalesConfig(environment);
    expect(config).toMatchObject({
      PORT: 5206,
      LOG_LEVEL: 'info',
      SHUTDOWN_DEADLINE_MS: 15_000,
      DIRECTORY_LOOK_EVERY_MS: 300_000,
      REMINDER_DAYS: 7,
    });
  });

  test('cannot be changed after it was read', () => {
    const config = new SalesConfig(environment);
    expect(() => Object.assign(config, { PORT: 1 })).toThrow(TypeError);
  });

  test('shows no secret when it is printed', () => {
    const config = new SalesConfig(environment);
    expect(JSON.stringify(config) + inspect(config)).not.toContain('swordfish');
  });

  test('takes an empty variable for a missing one', () => {
    expect(complaints({ PORT: '', S3_SECRET_KEY: undefined })).toEqual([
      'PORT is missing',
      'S3_SECRET_KEY is missing',
    ]);
  });

  test('shows its figures to this machine alone, and believes its own proxy alone, unless it is told otherwise', () => {
    const { METRICS_HOST, TRUSTED_PROXIES } = new SalesConfig(environment);
    expect(METRICS_HOST).toBe('127.0.0.1');
    expect(['127.0.0.1', '::1', '10.0.0.1', '203.0.113.9', 'nobody'].filter(TRUSTED_PROXIES)).toEqual([
      '127.0.0.1',
      '::1',
    ]);
  });

  test.each(['10.0.0.0/33', '10.0.0/8', 'fd00::/129', '10.0.0.0/8/8', 'nginx', '10.0.0.1,,', '10.0.0.0/'])(
    'does not believe a proxy called %s',
    (TRUSTED_PROXIES) => {
      expect(complaints({ TRUSTED_PROXIES })).toEqual([
        'TRUSTED_PROXIES must be addresses and networks such as 10.0.0.0/8, separated by commas',
      ]);
    },
  );

  test('never repeats a wrong value, which may be a password in the wrong place', () => {
    expect(
      complaints({ LOG_LEVEL: 'swordfish', AMQP_URL: 'swordfish', AUTH_JWKS: 'swordfish' }).join(),
    ).not.toContain('swordfish');
  });

  test('of one service may have secrets of its own, which a test need not give', () => {
    class CommonConfig extends defineConfig(
      { IDENTITY_KEY: z.string().min(32) },
      { secrets: ['IDENTITY_KEY'], inTests: { IDENTITY_KEY: 'for-tests-only'.padEnd(32, '-') } },
    ) {}
    expect(() => new CommonConfig(environment)).toThrow('IDENTITY_KEY is missing');
    expect(new CommonConfig({ ...environment, ENVIRONMENT: 'test' }).IDENTITY_KEY).toMatch(/^for-tests/);
    const given = new CommonConfig({ ...environment, IDENTITY_KEY: 'swordfish'.padEnd(32, '-') });
    expect(JSON.stringify(given) + inspect(given)).not.toContain('swordfish');
  });

  test('allows any free port in tests only', () => {
    expect(complaints({ PORT: '0' })).toEqual(['PORT must not be 0']);
    expect(complaints({ PORT: '0', ENVIRONMENT: 'test' })).toEqual([]);
  });
});
