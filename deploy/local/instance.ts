// An instance is one set of servers with its own ports, data, logs and secrets: `local` for people, `test` for the tests.
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, realpathSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Account, canRead, serverAccount } from './machine/account.ts';
import { privateFolder, readIfThere, writeOnce, writeWhole } from './machine/files.ts';
import { Obstacle } from './machine/obstacle.ts';
import { freePorts } from './machine/ports.ts';

export const repository = resolve(import.meta.dirname, '../..');

const localPorts = {
  postgres: 5300,
  amqp: 5310,
  amqpManagement: 5311,
  amqpPrometheus: 5312,
  amqpDistribution: 5313,
  amqpNames: 5314,
  redisJobs: 5320,
  redisCache: 5321,
  s3: 5330,
  cephMonitor: 5331,
  cephStore: 5332,
  web: 8080,
} as const;

export type Ports = Readonly<Record<keyof typeof localPorts, number>>;

export interface Instance {
  readonly name: string;
  readonly folder: string;
  readonly account: Account;
  readonly ports: Ports;
  /** A generated password or nonce, the same on every run until the instance is reset. */
  secret(name: string): string;
  /** Keeps a secret that a server made itself. */
  remember(name: string, value: string): void;
}

/** Opens (and on first use makes) an instance; everything of it lives under `.dhanman/<name>/`. */
export async function openInstance(name: string): Promise<Instance> {
  if (!/^[a-z][a-z0-9-]{0,20}$/.test(name)) throw new Error(`'${name}' cannot be the name of an instance`);
  const account = serverAccount();
  const folder = join(stateFolder(account), name);
  for (const part of ['run', 'logs', 'data', 'config']) mkdirSync(join(folder, part), { recursive: true });
  refuseOtherAccount(folder, account);
  privateFolder(join(folder, 'logs'), account);
  privateFolder(join(folder, 'config'), account);
  return { name, folder, account, ports: await portsOf(name, folder), ...secretsIn(folder) };
}

/** Gives an instance with free ports new ones, because somebody else took one of the old. */
export function forgetPorts(instance: Instance): void {
  writeWhole(join(instance.folder, 'ports.json'), '{}');
}

/** `.dhanman/` in the repository, or a link to a place the servers' account can reach when the clone is in a closed home. */
function stateFolder(account: Account): string {
  const beside = join(repository, '.dhanman');
  if (!existsSync(beside)) makeStateFolder(beside, account);
  const folder = realpathSync(beside);
  if (canRead(account, folder)) return folder;
  throw new Obstacle(
    `The servers do not run as root, and their account cannot reach ${folder}. Run the command as the user who made it, or delete it.`,
  );
}

function makeStateFolder(beside: string, account: Account): void {
  if (canRead(account, repository)) {
    mkdirSync(beside, { recursive: true });
    return;
  }
  const elsewhere = `/var/lib/dhanman/${createHash('sha256').update(repository).digest('hex').slice(0, 12)}`;
  mkdirSync(elsewhere, { recursive: true });
  symlinkSync(elsewhere, beside);
}

/** Data belong to the account that made them; another one would only meet refusals, one server at a time. */
function refuseOtherAccount(folder: string, account: Account): void {
  const path = join(folder, 'account.json');
  const maker = JSON.parse(readIfThere(path) ?? JSON.stringify(account)) as Account;
  if (maker.uid !== account.uid) {
    throw new Obstacle(
      `The data in ${folder} belong to user ${maker.uid}, and the servers would now run as user ${account.uid}. Run the command as before, or delete that folder as root.`,
    );
  }
  writeWhole(path, JSON.stringify(account));
}

async function portsOf(name: string, folder: string): Promise<Ports> {
  if (name === 'local') return localPorts;
  const path = join(folder, 'ports.json');
  const names = Object.keys(localPorts) as (keyof Ports)[];
  const kept = JSON.parse(readIfThere(path) ?? '{}') as Partial<Ports>;
  if (names.every((key) => kept[key] !== undefined)) return kept as Ports;
  const fresh = await freePorts(names.length);
  const ports = Object.fromEntries(names.map((key, index) => [key, fresh[index]])) as Ports;
  writeWhole(path, JSON.stringify(ports, undefined, 2));
  return ports;
}

/** A file per secret: two commands that need the same new one at the same moment end up with the same. */
function secretsIn(folder: string): Pick<Instance, 'secret' | 'remember'> {
  const secrets = join(folder, 'secrets');
  mkdirSync(secrets, { recursive: true, mode: 0o700 });
  const fileOf = (name: string): string => join(secrets, name.replaceAll(' ', '-'));
  return {
    secret: (name) => readIfThere(fileOf(name)) ?? writeOnce(fileOf(name), randomBytes(24).toString('hex')),
    remember: (name, value) => writeWhole(fileOf(name), value, { mode: 0o600 }),
  };
}
