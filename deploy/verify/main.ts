// `npm run verify [-- chain] [--json]`: whether what must always be true is true of the running system, past every tenant
// wall; `chain` asks about the journal's chain alone.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildAll } from '../local/build.ts';
import { openInstance, repository } from '../local/instance.ts';
import { Obstacle } from '../local/machine/obstacle.ts';
import { settings } from '../local/servers/given.ts';
import { ceph } from '../local/servers/ceph.ts';
import { postgres } from '../local/servers/postgres.ts';
import { silent } from '../local/terminal/progress.ts';
import { databaseOf, environments, services } from '../topology.ts';
import type { DatabaseUrls } from './databases.ts';

/** A message may be under way for so long without being lost. */
const graceSeconds = 30;

/** 0 when nothing is broken, 1 otherwise. */
export async function verify(args: readonly string[]): Promise<number> {
  const unknown = args.filter((arg) => !['--json', 'chain'].includes(arg));
  if (unknown.length > 0)
    throw new Obstacle(`Usage: npm run verify [-- chain] [--json]; not ${unknown.join(' ')}`);
  // The contracts say who must have got what.
  if (!existsSync(join(repository, 'libs/contracts/dist/index.js'))) await buildAll(silent);
  const { brokenIn, jsonOf, textOf } = await import('./report.ts');
  const { openWorld } = await import('./databases.ts');
  const { verdicts } = await import('./verdict.ts');
  const { filesIn } = await import('./kept-files.ts');
  const store = await objectStore();
  const kept = { graceSeconds, keptFiles: store && filesIn(store) };
  const world = await openWorld(await databaseUrls(), kept).catch(explained);
  try {
    const found = await verdicts(world, args.includes('chain') ? ['I11'] : undefined);
    console.log(args.includes('--json') ? jsonOf(found) : textOf(found));
    return brokenIn(found).length === 0 ? 0 : 1;
  } finally {
    await world.close();
  }
}

/** DHANMAN_VERIFY_<SERVICE>_URL for each service, or else the databases of `npm start`. */
async function databaseUrls(): Promise<DatabaseUrls> {
  const own = settings();
  const variables = services.map(({ name }) => [name, `DHANMAN_VERIFY_${name.toUpperCase()}_URL`] as const);
  const missing = variables.filter(([, variable]) => own[variable] === undefined);
  if (missing.length === 0)
    return Object.fromEntries(variables.map(([name, variable]) => [name, own[variable]])) as DatabaseUrls;
  if (missing.length < variables.length) {
    const names = missing.map(([, variable]) => variable).join(', ');
    throw new Obstacle(`To check databases elsewhere these settings are also needed: ${names}.`);
  }
  const admin = own['DHANMAN_PG_ADMIN_URL'] ?? postgres.urls(await openInstance('local'))['PG_ADMIN_URL'];
  const urlOf = (database: string): string =>
    Object.assign(new URL(admin ?? ''), { pathname: `/${database}` }).href;
  return Object.fromEntries(
    services.map((service) => [service.name, urlOf(databaseOf(environments.local, service))]),
  ) as DatabaseUrls;
}

/** Beside databases elsewhere: DHANMAN_VERIFY_S3_URL and its companions, or nothing is said about files. */
async function objectStore() {
  const own = settings();
  const isElsewhere = services.some(
    ({ name }) => own[`DHANMAN_VERIFY_${name.toUpperCase()}_URL`] !== undefined,
  );
  const urls: Readonly<Record<string, string | undefined>> = isElsewhere
    ? storeVariables(own, 'DHANMAN_VERIFY_')
    : { ...ceph.urls(await openInstance('local')), ...storeVariables(own, 'DHANMAN_') };
  const { S3_URL: url, S3_ACCESS_KEY: accessKey, S3_SECRET_KEY: secretKey } = urls;
  if (url === undefined || accessKey === undefined || secretKey === undefined) return undefined;
  const bucket = urls['S3_BUCKET'] ?? `${isElsewhere ? 'prod' : 'local'}-dhanman`;
  return { url: new URL(url), accessKey, secretKey, bucket };
}

function storeVariables(own: ReturnType<typeof settings>, prefix: string) {
  const names = ['S3_URL', 'S3_ACCESS_KEY', 'S3_SECRET_KEY', 'S3_BUCKET'];
  const given = names.map((name) => [name, own[`${prefix}${name}`]] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

function explained(error: unknown): never {
  const { message, code = message } = error as Error & { code?: string };
  if (code === 'ECONNREFUSED' || code === '3D000')
    throw new Obstacle(
      `There are no databases to look at (${code}): is Dhanman running? \`npm start\` starts it.`,
    );
  throw error;
}
