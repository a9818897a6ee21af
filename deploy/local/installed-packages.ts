import type { LockFile } from './lock-fix.ts';

/**
 * Whether `node_modules` holds what the lock file asks for, by the list npm leaves there when an installation is complete.
 * So a developer's own `npm install` is not followed by half a minute of `npm ci`.
 */
export function matches(lock: LockFile, installed: LockFile): boolean {
  const wanted = Object.entries(lock.packages).filter(([path]) => path.includes('node_modules/'));
  const isMet = wanted.every(([path, { version, optional = false }]) => {
    const found = installed.packages[path];
    return found === undefined ? optional : found.version === version;
  });
  return (
    isMet && Object.keys(installed.packages).every((path) => path === '' || lock.packages[path] !== undefined)
  );
}
