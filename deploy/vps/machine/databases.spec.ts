import { describe, expect, it } from '@jest/globals';
import { connectionsPerInstance, services } from '../../topology.ts';
import { postgresSettings } from './databases.ts';

const gigabytes = (count: number) => count * 1024 ** 3;
const valueOf = (settings: string, name: string) => new RegExp(`^${name} = (.+)$`, 'm').exec(settings)?.[1];

describe('the settings of Postgres', () => {
  it('have a connection for every instance of every environment, one of them twice during a release', () => {
    const least = (environments: number) => environments * (services.length + 1) * connectionsPerInstance;
    for (const environments of [1, 2]) {
      const settings = postgresSettings(environments, gigabytes(16), false);
      expect(Number(valueOf(settings, 'max_connections'))).toBeGreaterThan(least(environments));
    }
  });

  it('take a quarter of the memory', () => {
    expect(valueOf(postgresSettings(1, gigabytes(16), false), 'shared_buffers')).toBe('4096MB');
  });

  it('archive by the minute when there is a place for it, and do not fill the disk when there is none', () => {
    expect(valueOf(postgresSettings(1, gigabytes(16), false), 'archive_mode')).toBe('off');
    const archived = postgresSettings(1, gigabytes(16), true);
    expect(valueOf(archived, 'archive_mode')).toBe('on');
    expect(valueOf(archived, 'archive_timeout')).toBe('60');
  });
});
