import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { services } from '../../topology.ts';
import { type LockFile, neededBy } from './lock-file.ts';

const lock: LockFile = {
  packages: {
    'services/sales': { dependencies: { '@dhanman/kernel': '*', web: '1' } },
    'node_modules/@dhanman/kernel': { resolved: 'libs/kernel', link: true },
    'libs/kernel': { dependencies: { pad: '2' } },
    'node_modules/web': { version: '1.0.0', dependencies: { pad: '1' }, peerDependencies: { peer: '1' } },
    'node_modules/web/node_modules/pad': { version: '1.0.0', optionalDependencies: { elsewhere: '1' } },
    'node_modules/pad': { version: '2.0.0' },
    'node_modules/peer': {
      version: '1.0.0',
      peerDependencies: { jest: '1' },
      peerDependenciesMeta: { jest: { optional: true } },
    },
    'node_modules/jest': { version: '30.0.0' },
  },
};

const paths = () => [...neededBy(lock, ['services/sales']).keys()].sort();

test('what a service needs is found where Node would find it, through links and peers', () => {
  expect(paths()).toEqual([
    'libs/kernel',
    'node_modules/@dhanman/kernel',
    'node_modules/pad',
    'node_modules/peer',
    'node_modules/web',
    'node_modules/web/node_modules/pad',
    'services/sales',
  ]);
});

test('neither tools of developers nor what is optional and not there come along', () => {
  expect(paths()).not.toContain('node_modules/jest');
  expect(neededBy(lock, ['services/sales']).get('node_modules/web/node_modules/pad')).toEqual([]);
});

test('a need that the lock file cannot meet is named', () => {
  const broken: LockFile = { packages: { 'libs/kernel': { dependencies: { gone: '1' } } } };
  expect(() => neededBy(broken, ['libs/kernel'])).toThrow('libs/kernel needs gone');
  expect(() => neededBy(broken, ['libs/other'])).toThrow('libs/other is not in the lock file');
});

describe('our own lock file', () => {
  const ours = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../../package-lock.json'), 'utf8'),
  ) as LockFile;
  const needed = neededBy(
    ours,
    services.map(({ name }) => `services/${name}`),
  );

  test('ships the drivers and none of the tools', () => {
    expect([...needed.keys()]).toEqual(
      expect.arrayContaining(['node_modules/pg', 'node_modules/amqplib', 'libs/platform']),
    );
    for (const tool of ['jest', 'typescript', 'eslint', 'nx', 'react', 'vite'])
      expect(needed.has(`node_modules/${tool}`)).toBe(false);
    expect(needed.has('libs/testing')).toBe(false);
  });
});
