import { describe, expect, test } from '@jest/globals';
import { type LockFile, missingFromLock, withStubs } from './lock-fix.ts';

const lockWith = (packages: LockFile['packages']): LockFile => ({ packages });

describe('a lock file', () => {
  test('lacks the optional packages that its mirror did not have', () => {
    const lock = lockWith({
      'node_modules/tool': {
        optionalDependencies: { 'tool-linux-x64': '1.0.0', 'tool-darwin-arm64': '1.0.0' },
      },
      'node_modules/tool-linux-x64': { version: '1.0.0', optional: true },
    });
    expect([...missingFromLock(lock)]).toEqual([['tool-darwin-arm64', '1.0.0']]);
  });

  test('has an optional package that lies beside the one that wants it, or anywhere above', () => {
    const lock = lockWith({
      'services/web/node_modules/tool': { optionalDependencies: { near: '1.0.0', far: '1.0.0' } },
      'services/web/node_modules/tool/node_modules/near': { version: '1.0.0' },
      'node_modules/far': { version: '1.0.0' },
    });
    expect(missingFromLock(lock).size).toBe(0);
  });

  test('does not have one that lies inside somebody else', () => {
    const lock = lockWith({
      'node_modules/tool': { optionalDependencies: { 'tool-win32-x64': '1.0.0' } },
      'node_modules/other/node_modules/tool-win32-x64': { version: '1.0.0' },
    });
    expect([...missingFromLock(lock).keys()]).toEqual(['tool-win32-x64']);
  });

  test('is completed by stubs that name their platform, so that npm skips them elsewhere', () => {
    const fixed = withStubs(
      lockWith({
        'node_modules/tool': {
          optionalDependencies: { '@tool/core-linux-arm64-musl': '2.1.0', 'core-win32-x64-msvc': '2.1.0' },
        },
      }),
    );
    expect(fixed.packages['node_modules/@tool/core-linux-arm64-musl']).toEqual({
      version: '2.1.0',
      optional: true,
      os: ['linux'],
      cpu: ['arm64'],
      libc: ['musl'],
    });
    expect(fixed.packages['node_modules/core-win32-x64-msvc']).toMatchObject({ os: ['win32'], cpu: ['x64'] });
    expect(missingFromLock(fixed).size).toBe(0);
  });

  test('is not guessed at when a name does not say its platform', () => {
    const lock = lockWith({ 'node_modules/tool': { optionalDependencies: { 'tool-extras': '1.0.0' } } });
    expect(() => withStubs(lock)).toThrow(/tool-extras@1\.0\.0 is missing/);
  });
});
