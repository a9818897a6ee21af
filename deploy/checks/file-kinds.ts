// In a service the name of a file says what kind it is, and there are nine kinds; a tenth needs a decision record.
import { basename } from 'node:path';
import type { Tree } from './tree.ts';

const kinds = ['spec', 'table', 'service', 'queries', 'controller', 'handlers', 'jobs', 'module'];
/** `hashing-main.ts` is where a process begins that the service starts for hashing. */
const rootFiles = /^(([a-z]+-)?main|config|database)(\.spec)?\.ts$/;
const migration = /^migrations\/\d{13}-[a-z0-9-]+\.ts$/;
const name = '[a-z][a-z0-9-]*';
const feature = new RegExp(String.raw`^(?<folder>${name})/${name}(\.(?<kind>[a-z.]+))?\.ts$`);
const vagueFolders = ['utils', 'util', 'common', 'shared', 'helpers', 'lib', 'core'];

export function fileKinds({ files }: Tree): readonly string[] {
  return files.flatMap((file) => {
    const [, service = '', path = ''] = /^services\/([^/]+)\/src\/(.+)$/.exec(file) ?? [];
    if (path === '' || service === 'web') return [];
    const wrong = whatIsWrong(service, path);
    return wrong === undefined ? [] : [`${file}: ${wrong}`];
  });
}

function whatIsWrong(service: string, path: string): string | undefined {
  if (isWiring(service, path)) return undefined;
  if (basename(path) === 'index.ts') return 'a service has no index.ts; import the file itself.';
  const { folder, kind } = feature.exec(path)?.groups ?? {};
  if (folder === undefined || folder === 'migrations') {
    return `a service holds main.ts, <work>-main.ts, config.ts, database.ts, ${service}.module.ts, migrations/<time>-<name>.ts and <feature>/<noun>[.kind].ts.`;
  }
  return wrongFolder(folder) ?? wrongKind(kind);
}

function isWiring(service: string, path: string): boolean {
  return rootFiles.test(path) || path === `${service}.module.ts` || migration.test(path);
}

function wrongFolder(folder: string): string | undefined {
  if (!vagueFolders.includes(folder)) return undefined;
  return `"${folder}" names no feature: put the file beside the code that needs it.`;
}

function wrongKind(kind: string | undefined): string | undefined {
  if (kind === undefined || kinds.includes(kind)) return undefined;
  const all = kinds.map((known) => `.${known}`).join(', ');
  return `".${kind}" is no kind of file: noun.ts (pure), ${all}.`;
}
