// The same versions on every machine: exact in each package.json, complete in the lock file.
import { missingFromLock, type LockFile } from '../local/lock-fix.ts';
import type { Tree } from './tree.ts';

type Manifest = Readonly<
  Record<'dependencies' | 'devDependencies', Readonly<Record<string, string>> | undefined>
>;

export function exactVersions(tree: Tree): readonly string[] {
  const seen = new Map<string, string>();
  const manifests = tree.files.filter((file) =>
    /^((libs|services)\/[^/]+\/|deploy\/)?package\.json$/.test(file),
  );
  return manifests.flatMap((file) => {
    const { dependencies = {}, devDependencies = {} } = JSON.parse(tree.read(file)) as Manifest;
    return Object.entries({ ...dependencies, ...devDependencies }).flatMap(([name, version]) => {
      const wrong = whatIsWrong(name, version, seen);
      return wrong === undefined ? [] : [`${file}: ${wrong}`];
    });
  });
}

function whatIsWrong(name: string, version: string, seen: Map<string, string>): string | undefined {
  if (name.startsWith('@dhanman/'))
    return version === '*' ? undefined : `${name} is part of this repository: "*".`;
  if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) return `${name} "${version}" is not an exact version.`;
  const other = seen.get(name) ?? version;
  seen.set(name, other);
  return other === version ? undefined : `${name} ${version} here, ${other} elsewhere.`;
}

export function completeLock(tree: Tree): readonly string[] {
  const lock = JSON.parse(tree.read('package-lock.json')) as LockFile;
  return [...missingFromLock(lock).keys()].map(
    (name) => `package-lock.json lacks ${name}, so npm ci stops: run node deploy/local/lock-fix.ts`,
  );
}
