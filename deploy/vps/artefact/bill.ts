// The bill of materials of a release in the words of CycloneDX, which scanners for known holes read.
import { type LockedPackage, type LockFile, nameAt, type Needed } from './lock-file.ts';

export interface Release {
  readonly version: string;
  readonly node: string;
}

export function billOf(lock: LockFile, needed: Needed, { version, node }: Release): object {
  const referenceOf = (path: string): string => purlOf(lock, path);
  const paths = [...needed.keys()].filter((path) => lock.packages[path]?.link !== true).sort();
  const runtime = { type: 'platform', name: 'node', version: node, 'bom-ref': `pkg:generic/node@${node}` };
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', name: 'dhanman', version, 'bom-ref': 'dhanman' } },
    components: [runtime, ...distinct(paths.map((path) => componentAt(lock, path)))],
    dependencies: paths.map((path) => ({
      ref: referenceOf(path),
      dependsOn: [...new Set((needed.get(path) ?? []).map(referenceOf))].sort(),
    })),
  };
}

interface Component extends Readonly<Record<string, unknown>> {
  readonly 'bom-ref': string;
}

function componentAt(lock: LockFile, path: string): Component {
  const found = lock.packages[path] ?? {};
  return {
    type: 'library',
    name: nameOf(path, found),
    version: found.version,
    'bom-ref': purlOf(lock, path),
    purl: purlOf(lock, path),
    ...(found.license === undefined ? {} : { licenses: [licenceOf(found.license)] }),
    ...(found.integrity === undefined ? {} : { hashes: hashesOf(found.integrity) }),
  };
}

/** One package may lie in several folders. */
function distinct<C extends Component>(components: readonly C[]): readonly C[] {
  return [...new Map(components.map((component) => [component['bom-ref'], component])).values()];
}

function purlOf(lock: LockFile, path: string): string {
  const found = lock.packages[path] ?? {};
  if (found.link === true && found.resolved !== undefined) return purlOf(lock, found.resolved);
  return `pkg:npm/${nameOf(path, found).replace('@', '%40')}@${found.version ?? ''}`;
}

const nameOf = (path: string, { name }: LockedPackage): string => name ?? nameAt(path);

const licenceOf = (text: string): object =>
  / (AND|OR|WITH) /.test(text) ? { expression: text } : { license: { name: text } };

const algorithms: Readonly<Record<string, string>> = { sha512: 'SHA-512', sha256: 'SHA-256', sha1: 'SHA-1' };

function hashesOf(integrity: string): readonly object[] {
  return integrity.split(/\s+/).flatMap((one) => {
    const [algorithm = '', digest = ''] = one.split(/-(.*)/s);
    const alg = algorithms[algorithm];
    return alg === undefined ? [] : [{ alg, content: Buffer.from(digest, 'base64').toString('hex') }];
  });
}
