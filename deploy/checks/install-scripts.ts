// npm runs no install script here (.npmrc). A dependency that starts to bring one wants to run code on our machines:
// somebody looks at it before it is added to this list.
import type { Tree } from './tree.ts';

type Lock = { readonly packages: Readonly<Record<string, { readonly hasInstallScript?: boolean }>> };

/** Packages whose script we looked at and do not need: what they fetch or build is already in the package. */
const known = ['@parcel/watcher', '@scarf/scarf', '@swc/core', 'msgpackr-extract', 'nx', 'protobufjs'];

export function installScripts(tree: Tree): readonly string[] {
  if (!/^ignore-scripts=true$/m.test(tree.read('.npmrc'))) return ['.npmrc must say ignore-scripts=true.'];
  const { packages } = JSON.parse(tree.read('package-lock.json')) as Lock;
  return Object.entries(packages)
    .filter(([path, { hasInstallScript }]) => hasInstallScript === true && !known.includes(packageName(path)))
    .map(
      ([path]) =>
        `${packageName(path)} brings an install script: read it, then name it in deploy/checks/install-scripts.ts.`,
    );
}

function packageName(path: string): string {
  return path.split('node_modules/').at(-1) ?? path;
}
