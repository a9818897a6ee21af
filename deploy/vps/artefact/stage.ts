// Lays out what a release consists of: what was built, what it needs, and the Node it was tested with.
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../../local/instance.ts';
import { Obstacle } from '../../local/machine/obstacle.ts';
import { mustRun } from '../../local/machine/run.ts';
import { services } from '../../topology.ts';
import { billOf } from './bill.ts';
import { type LockFile, type Needed, neededBy } from './lock-file.ts';

const notShipped = /\/(dist\/types|dist\/\.tsbuildinfo|src|test|node_modules)(\/|$)/;
/** So that backups, alerts and the next release run from what was released. */
const forOperators = ['deploy', 'systemd', 'nginx'];
const notForOperators = /\/deploy\/(test|bench|chaos|dist|node_modules|\.results)(\/|$)|\.(spec|test)\.ts$/;

/** Of packages, what is there for compilers and readers: four files of ten, and unpacking is a matter of their number. */
const notRun = String.raw`.*\.([cm]?ts|map|md|markdown)`;

/** `into` must not exist. What `node_modules` holds is what the lock file says: `npm ci` has seen to it. */
export async function stage(version: string, into: string): Promise<void> {
  const node = neededNode();
  const lock = JSON.parse(readFileSync(join(repository, 'package-lock.json'), 'utf8')) as LockFile;
  const needed = neededBy(
    lock,
    services.map(({ name }) => `services/${name}`),
  );
  mkdirSync(join(into, 'bin'), { recursive: true });
  cpSync(process.execPath, join(into, 'bin/node'), { dereference: true });
  for (const path of [...needed.keys()].filter((one) => /^(services|libs)\//.test(one))) ours(path, into);
  app(into);
  for (const folder of forOperators)
    cpSync(join(repository, folder), join(into, folder), {
      recursive: true,
      filter: (path) => !notForOperators.test(path.slice(repository.length)),
      verbatimSymlinks: true,
    });
  await packages(lock, needed, into);
  for (const file of ['package.json', 'package-lock.json', '.nvmrc'])
    cpSync(join(repository, file), join(into, file));
  writeFileSync(join(into, 'release.env'), `SERVICE_VERSION=${version}\n`);
  writeFileSync(
    join(into, 'sbom.json'),
    JSON.stringify(billOf(lock, needed, { version, node }), undefined, 1),
  );
}

/** A version that only resembles the pinned one was never tested. */
function neededNode(): string {
  const pinned = readFileSync(join(repository, '.nvmrc'), 'utf8').trim();
  if (process.versions.node !== pinned)
    throw new Obstacle(`A release is built with Node ${pinned}; this is ${process.versions.node}.`);
  return pinned;
}

function ours(path: string, into: string): void {
  if (!existsSync(join(repository, path, 'dist'))) throw new Obstacle(`${path} is not built: npm run build.`);
  cpSync(join(repository, path), join(into, path), {
    recursive: true,
    filter: (file) => !notShipped.test(file.slice(repository.length)),
  });
}

function app(into: string): void {
  const built = join(repository, 'services/web/dist');
  if (!existsSync(join(built, 'index.html'))) throw new Obstacle('The web app is not built: npm run build.');
  cpSync(built, join(into, 'services/web/dist'), { recursive: true });
}

/** Copied by `cp`, which takes 40,000 files in the time in which Node takes a few thousand. */
async function packages(lock: LockFile, needed: Needed, into: string): Promise<void> {
  const shipped = [...needed.keys()].filter((path) => isInstalled(lock, path));
  const whole = shipped.filter((path) => !/node_modules\/.+\/node_modules\//.test(path));
  await mustRun('cp', ['-a', '--parents', '-t', into, ...whole], { cwd: repository });
  const nested = globSync('**/node_modules/{@*/*,*}', { cwd: join(into, 'node_modules') })
    .map((path) => `node_modules/${path}`)
    .filter((path) => !/\/@[^/]+$/.test(path));
  for (const path of nested.filter((one) => !needed.has(one)))
    rmSync(join(into, path), { recursive: true, force: true });
  await mustRun('find', ['node_modules', '-type', 'f', '-regextype', 'egrep', '-regex', notRun, '-delete'], {
    cwd: into,
  });
}

function isInstalled({ packages: all }: LockFile, path: string): boolean {
  if (!path.includes('node_modules/')) return false;
  if (existsSync(join(repository, path))) return true;
  // For another kind of machine: the lock file names them all.
  if (all[path]?.optional === true) return false;
  throw new Obstacle(`${path} is in the lock file and not installed: npm ci.`);
}
