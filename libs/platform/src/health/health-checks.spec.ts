import { describe, expect, test } from '@jest/globals';
import { HealthChecks } from './health-checks.js';

const identity = { service: 'sales', version: '1.2.3' };

function started(): HealthChecks {
  const health = new HealthChecks(identity);
  health.markStarted();
  return health;
}

const works = async (): Promise<void> => undefined;
const fails = async (): Promise<void> => {
  throw new Error('connect ECONNREFUSED 10.1.2.3:5432 as app:swordfish');
};

describe('the health of a service', () => {
  test('is down until it has started and again when it stops', async () => {
    const health = new HealthChecks(identity);
    expect((await health.ready()).status).toBe('down');
    expect(health.startup().status).toBe('down');
    health.markStarted();
    expect((await health.ready()).status).toBe('ok');
    expect(health.startup().status).toBe('ok');
    health.markStopping();
    expect((await health.ready()).status).toBe('down');
    expect(health.alive().status).toBe('ok');
  });

  test('is degraded without a lesser dependency and down without an essential one', async () => {
    const health = started();
    health.register({ name: 'database', isEssential: true, check: works });
    health.register({ name: 'broker', isEssential: false, check: fails });
    expect(await health.ready()).toMatchObject({
      status: 'degraded',
      checks: { broker: { status: 'degraded' } },
    });
    health.register({ name: 'database', isEssential: true, check: fails });
    expect(await health.ready()).toMatchObject({ status: 'down', checks: { database: { status: 'down' } } });
  });

  test('tells nobody what went wrong inside', async () => {
    const health = started();
    health.register({ name: 'database', isEssential: true, check: fails });
    expect(JSON.stringify(await health.ready())).not.toMatch(/swordfish|10\.1\.2\.3/);
  });

  test('does not wait for a dependency that says nothing', async () => {
    const health = started();
    health.register({ name: 'broker', isEssential: false, check: () => new Promise(() => undefined) });
    expect(await health.ready()).toMatchObject({ status: 'degraded' });
  });

  test('asks a dependency once for many who ask within a second', async () => {
    const health = started();
    let asked = 0;
    health.register({ name: 'database', isEssential: true, check: async () => void (asked += 1) });
    await Promise.all(Array.from({ length: 50 }, () => health.ready()));
    await health.ready();
    expect(asked).toBe(1);
  });
});
