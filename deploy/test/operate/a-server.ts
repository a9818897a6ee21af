// A server as far as a test can have one: production's nginx, units as processes, two services with their databases.
import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { freePort, freshVirtualHost, surroundingsOfBuilt, type Surroundings } from '@dhanman/testing';
import { silent } from '../../local/terminal/progress.ts';
import { environments, hostOf } from '../../topology.ts';
import { seal } from '../../vps/artefact/artefact.ts';
import { Place } from '../../vps/rollout/place.ts';
import { prepare, type Server } from '../../vps/rollout/release.ts';
import { startSite, type Site } from '../nginx/site.ts';
import { UnitProcesses } from './unit-processes.ts';

/** Two are enough to see one changed back because the other fails. */
const tried = ['common', 'sales'] as const;
type Tried = (typeof tried)[number];

export interface AServer {
  readonly site: Site;
  readonly machine: UnitProcesses;
  readonly server: Server;
  readonly surroundings: Readonly<Record<Tried, Surroundings>>;
  stop(): Promise<void>;
}

export async function aServer(keys: Keys): Promise<AServer> {
  const vhost = await freshVirtualHost();
  const made = await Promise.all(tried.map((service) => surroundingsOfBuilt(service, { vhost })));
  const surroundings = { common: made[0]!, sales: made[1]! };
  const site = await startSite({
    addressHeader: 'X-Test-Client',
    addresses: Object.fromEntries(
      tried.map((service) => [
        `dhanman-prod-${service}`,
        [`127.0.0.1:${surroundings[service].environment['PORT'] ?? ''}`],
      ]),
    ),
  });
  rmSync(join(site.root, 'var/www/prod/dhanman-web/current'), { recursive: true });
  for (const service of tried) await configure(site.root, service, surroundings[service]);
  const place = new Place(environments.prod, site.root, join(site.root, 'nginx'));
  const machine = new UnitProcesses(site.root);
  const server: Server = {
    ...{ place, machine, patienceMs: 60_000, trusted: keys.publicKey, progress: silent },
    ...{ parts: [...tried, 'web'], door: { port: site.httpsPort, certificate: site.certificate } },
  };
  prepare(server);
  const stop = async () => {
    await machine.end();
    await site.stop();
    for (const one of made) await one.drop();
    await vhost.drop();
  };
  return { site, machine, server, surroundings, stop };
}

/** What provisioning would have written, with ports of the test's own. */
async function configure(root: string, service: Tried, surroundings: Surroundings): Promise<void> {
  const { environment, secrets, database } = surroundings;
  const settings = Object.entries(environment).filter(([name]) => name !== 'SERVICE_VERSION');
  const next = { PORT: String(await freePort()), METRICS_PORT: String(await freePort()) };
  const folder = join(root, 'etc/dhanman/prod');
  put(join(folder, 'site.env'), '# everything stands in the file of the service\n');
  const address = `https://${hostOf(environments.prod, service)}`;
  put(join(folder, `${service}.env`), lines({ ...Object.fromEntries(settings), PUBLIC_URL: address }));
  put(join(folder, `${service}.next.env`), lines(next));
  for (const [name, secret] of Object.entries(secrets))
    put(join(folder, 'credentials', service, name), secret);
  put(join(folder, 'credentials-of-owners', service, 'DATABASE_OWNER_URL'), database.ownerUrl);
}

const lines = (settings: Readonly<Record<string, string>>): string =>
  Object.entries(settings)
    .map(([name, value]) => `${name}='${value}'\n`)
    .join('');

function put(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

export interface Keys {
  readonly folder: string;
  readonly publicKey: string;
  readonly privateKey: string;
}

export function newKeys(): Keys {
  const folder = mkdtempSync(join(tmpdir(), 'dhanman-keys-'));
  const pair = generateKeyPairSync('ed25519');
  const keys = { folder, publicKey: join(folder, 'release.pub'), privateKey: join(folder, 'release.key') };
  writeFileSync(keys.privateKey, pair.privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o400 });
  writeFileSync(keys.publicKey, pair.publicKey.export({ type: 'spki', format: 'pem' }));
  return keys;
}

/** Packs the tree as that version; what the version changes is written into the tree before. */
export async function packed(tree: string, version: string, keys: Keys): Promise<void> {
  writeFileSync(join(tree, 'release.env'), `SERVICE_VERSION=${version}\n`);
  const commit = { id: 'of the test', seconds: 1_700_000_000 };
  await seal(tree, { version, commit, keyFile: keys.privateKey, out: join(keys.folder, 'artefacts') });
}
