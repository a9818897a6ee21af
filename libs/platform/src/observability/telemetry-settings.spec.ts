import { describe, expect, it, test } from '@jest/globals';
import { identityOf, isTraced, sampledShare } from './telemetry-settings.js';

describe('a service that is traced', () => {
  it('is named by the path it is started from, unless it is told a name', () => {
    const main = '/srv/dhanman/releases/12/services/sales/dist/main.js';
    expect(identityOf({ SERVICE_VERSION: '1.2.3', ENVIRONMENT: 'qa' }, main)).toEqual({
      service: 'sales',
      version: '1.2.3',
      environment: 'qa',
    });
    expect(identityOf({ OTEL_SERVICE_NAME: 'sales-2' }, main).service).toBe('sales-2');
    expect(identityOf({}, '/usr/bin/other').service).toBe('dhanman');
  });

  test.each([
    [undefined, 0.1],
    ['', 0.1],
    ['0', 0],
    ['0.25', 0.25],
    ['1', 1],
    ['7', 0.1],
    ['-1', 0.1],
    ['all', 0.1],
  ])('keeps, told %s, the share %s', (told, share) => {
    expect(sampledShare({ OTEL_TRACES_SAMPLER_ARG: told })).toBe(share);
  });

  test.each(['/health', '/health/ready', '/health?x=1', '/metrics'])('does not trace %s', (url) => {
    expect(isTraced(url)).toBe(false);
  });

  test.each(['/', '/healthy', '/api/v1/companies/1/metrics', undefined])('traces %s', (url) => {
    expect(isTraced(url)).toBe(true);
  });
});
