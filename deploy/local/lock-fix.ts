// A registry mirror may lack the binaries of other platforms. npm then leaves them out of the lock file, and `npm ci`
// refuses the very lock file that `npm install` wrote. A stub per missing binary makes the lock complete again:
// it names the platform, so that npm skips it here and looks it up on the machines it is meant for.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export interface LockFile {
  readonly packages: Record<string, LockedPackage>;
}

interface LockedPackage {
  readonly version?: string;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const processors = [
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
];

/** Optional packages that a package in the lock asks for and that no place where Node would look has. */
export function missingFromLock({ packages }: LockFile): ReadonlyMap<string, string> {
  const missing = new Map<string, string>();
  for (const [path, { optionalDependencies = {} }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (!placesSeenFrom(path).some((place) => packages[`${place}node_modules/${name}`] !== undefined)) {
        missing.set(name, version);
      }
    }
  }
  return missing;
}

export function withStubs(lock: LockFile): LockFile {
  const stubs = [...missingFromLock(lock)].map(
    ([name, version]) => [`node_modules/${name}`, stub(name, version)] as const,
  );
  const packages = Object.entries({ ...lock.packages, ...Object.fromEntries(stubs) });
  return {
    ...lock,
    packages: Object.fromEntries(packages.sort(([left], [right]) => left.localeCompare(right, 'en'))),
  };
}

function stub(name: string, version: string): LockedPackage {
  const words = name.split(/[/-]/);
  const os = words.filter((word) => systems.includes(word));
  const cpu = words.filter((word) => processors.includes(word));
  if (os.length === 0 && cpu.length === 0) {
    throw new Error(
      `${name}@${version} is missing from the lock file, and its name does not say which platform it is for.`,
    );
  }
  const libc = words.includes('musl') ? ['musl'] : [];
  return {
    version,
    optional: true,
    ...(os.length > 0 && { os }),
    ...(cpu.length > 0 && { cpu }),
    ...(libc.length > 0 && { libc }),
  };
}

/** Node looks beside the package itself, then beside each folder above it: '' is the root. */
function placesSeenFrom(path: string): string[] {
  if (path === '') return [''];
  const places = [`${path}/`];
  for (
    let end = path.lastIndexOf('/node_modules/');
    end > 0;
    end = path.lastIndexOf('/node_modules/', end - 1)
  ) {
    places.push(`${path.slice(0, end)}/`);
  }
  return [...places, ''];
}

export function readLock(root: string): LockFile {
  return JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as LockFile;
}

/** `npm run lock:fix` */
export function lockFix(): number {
  const root = resolve(import.meta.dirname, '../..');
  const lock = readLock(root);
  const missing = [...missingFromLock(lock).keys()];
  if (missing.length > 0) {
    writeFileSync(join(root, 'package-lock.json'), `${JSON.stringify(withStubs(lock), undefined, 2)}\n`);
  }
  console.log(
    missing.length === 0
      ? 'The lock file is complete.'
      : `Added ${missing.length} stubs: ${missing.join(', ')}`,
  );
  return 0;
}
