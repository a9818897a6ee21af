import { describe, expect, test } from '@jest/globals';
import { postgres } from './postgres.ts';
import { rabbitmq } from './rabbitmq.ts';
import { redisCache } from './redis.ts';
import { type Machine, sourcesOf } from './sources.ts';

const bare: Machine = { has: () => false, installer: () => undefined, hasCompose: () => false };
const nothing = { instance: 'local', settings: {}, machine: bare };

describe('a server', () => {
  test('that the person names wins over everything the machine has', () => {
    const machine = { ...bare, has: () => true };
    const settings = { DHANMAN_PG_ADMIN_URL: 'postgres://my.own/postgres' };
    const sources = sourcesOf([postgres, redisCache], { instance: 'local', settings, machine });
    expect(sources.get(postgres)).toEqual({
      kind: 'given',
      urls: { PG_ADMIN_URL: 'postgres://my.own/postgres' },
    });
    expect(sources.get(redisCache)).toEqual({ kind: 'installed' });
  });

  test('named for the local instance is not used by the tests', () => {
    const settings = { DHANMAN_PG_ADMIN_URL: 'postgres://my.own/postgres' };
    const machine = { ...bare, has: () => true };
    expect(sourcesOf([postgres], { instance: 'test', settings, machine }).get(postgres)).toEqual({
      kind: 'installed',
    });
  });

  test('named by half says which half is missing', () => {
    const wish = { ...nothing, settings: { DHANMAN_AMQP_URL: 'amqp://my.own' } };
    expect(() => sourcesOf([rabbitmq], wish)).toThrow(/RabbitMQ .*DHANMAN_AMQP_MANAGEMENT_URL\./);
  });

  test('that is missing comes from packages where they may be installed', () => {
    const machine = { ...bare, installer: () => ['sudo', '-n', 'sh'], hasCompose: () => true };
    const source = sourcesOf([postgres], { ...nothing, machine }).get(postgres);
    expect(source).toEqual({ kind: 'packages', how: ['sudo', '-n', 'sh'] });
  });

  test('that is missing comes from Docker Compose where packages may not be installed', () => {
    const machine = { ...bare, hasCompose: () => true };
    expect(sourcesOf([postgres], { ...nothing, machine }).get(postgres)).toEqual({ kind: 'compose' });
  });

  test('is half installed when one of its programs is absent', () => {
    const machine = { ...bare, has: (program: string) => program !== 'epmd', hasCompose: () => true };
    expect(sourcesOf([rabbitmq], { ...nothing, machine }).get(rabbitmq)).toEqual({ kind: 'compose' });
  });
});

describe('a machine that has nothing and may get nothing', () => {
  test('is told everything at once: what is missing and each way to provide it', () => {
    const text = messageOf(() => sourcesOf([postgres, rabbitmq], nothing));
    expect(text).toMatch(/Missing on this machine: PostgreSQL, RabbitMQ\./);
    expect(text).toMatch(/apt-get install --no-install-recommends postgresql rabbitmq-server/);
    expect(text).toMatch(/Docker/);
    expect(text).toMatch(/PostgreSQL: DHANMAN_PG_ADMIN_URL/);
    expect(text).toMatch(/RabbitMQ: DHANMAN_AMQP_URL, DHANMAN_AMQP_MANAGEMENT_URL/);
  });
});

function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('it should have been refused');
}
