// What of the lock file the services need to run: the packages that are shipped, and that the bill of materials names.

export interface LockedPackage {
  readonly name?: string;
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  /** A package of this repository, which lies at `resolved`. */
  readonly link?: boolean;
  readonly optional?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

export interface LockFile {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

/** Path in the lock file → the paths of what it needs itself. Links are followed to where they lead. */
export type Needed = ReadonlyMap<string, readonly string[]>;

/** Everything reachable from these folders without what only developers need. */
export function neededBy(lock: LockFile, roots: readonly string[]): Needed {
  const needed = new Map<string, readonly string[]>();
  const queue = [...roots];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (needed.has(path)) continue;
    const next = dependenciesAt(lock, path);
    needed.set(path, next);
    queue.push(...next);
  }
  return needed;
}

export const nameAt = (path: string): string => path.replace(/^.*node_modules\//, '');

function dependenciesAt({ packages }: LockFile, path: string): readonly string[] {
  const found = packages[path];
  if (found === undefined) throw new Error(`${path} is not in the lock file.`);
  if (found.link === true && found.resolved !== undefined) return [found.resolved];
  return wantsOf(found).flatMap(({ name, isOptional }) => {
    const at = placesOf(name, path).find((place) => packages[place] !== undefined);
    if (at !== undefined) return [at];
    if (isOptional) return [];
    throw new Error(`${path} needs ${name}, which the lock file does not have.`);
  });
}

interface Want {
  readonly name: string;
  readonly isOptional: boolean;
}

/** An optional peer is what a package would work with if somebody else brought it; nobody is made to. */
function wantsOf(found: LockedPackage): readonly Want[] {
  const {
    dependencies = {},
    optionalDependencies = {},
    peerDependencies = {},
    peerDependenciesMeta = {},
  } = found;
  const peers = Object.keys(peerDependencies).filter((name) => peerDependenciesMeta[name]?.optional !== true);
  const needed = [...Object.keys(dependencies), ...peers].filter((name) => !(name in optionalDependencies));
  return [
    ...needed.map((name) => ({ name, isOptional: false })),
    ...Object.keys(optionalDependencies).map((name) => ({ name, isOptional: true })),
  ];
}

/** Where Node looks for a package, the nearest first. */
function placesOf(name: string, from: string): readonly string[] {
  const parts = from.split('/');
  const folders = parts.map((_, index) => parts.slice(0, parts.length - index).join('/'));
  const outside = folders.filter((folder) => !folder.endsWith('node_modules'));
  return [...outside.map((folder) => `${folder}/node_modules/${name}`), `node_modules/${name}`];
}
