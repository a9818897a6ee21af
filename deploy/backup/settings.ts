// Where backups go and with which key, from a folder of files that only who makes backups may read: nothing of it stands in
// a command line or an environment, where every process of the machine could see it.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Obstacle } from '../local/machine/obstacle.ts';
import { deployed, type EnvironmentName } from '../topology.ts';
import type { StoreLogin } from './s3.ts';

export interface BackupSettings {
  readonly s3: StoreLogin;
  readonly bucket: string;
  /** For so many days nobody can delete what was stored, not even with our keys. */
  readonly lockDays: number;
  readonly key: Buffer;
  /** The cluster, as somebody who may replicate it. */
  readonly postgres: URL;
}

/** What an environment has beside its databases. */
export interface BesideSettings {
  readonly environment: EnvironmentName;
  readonly objects: StoreLogin & { readonly bucket: string };
  /** Where the broker is managed, its virtual host as the path. */
  readonly broker: URL;
}

export const usualFolder = '/etc/dhanman/backup';

export function settingsIn(folder: string): BackupSettings {
  const said = reader(folder);
  const key = Buffer.from(said('KEY'), 'hex');
  if (key.length !== 32) throw new Obstacle(`${join(folder, 'KEY')} is not 64 hexadecimal digits.`);
  const lockDays = Number(said('LOCK_DAYS', '7'));
  if (!Number.isInteger(lockDays) || lockDays < 0)
    throw new Obstacle(`${join(folder, 'LOCK_DAYS')} is not a number of days.`);
  return {
    s3: storeIn(said),
    ...{ bucket: said('BUCKET', 'dhanman-backup'), lockDays, key },
    postgres: urlIn(said('POSTGRES_URL'), 'POSTGRES_URL'),
  };
}

/** A folder per environment that is copied, below the one of the backup. */
export function besideIn(folder: string): readonly BesideSettings[] {
  return deployed
    .filter(({ name }) => existsSync(join(folder, name)))
    .map(({ name }) => {
      const said = reader(join(folder, name));
      return {
        environment: name,
        objects: { ...storeIn(said), bucket: said('BUCKET', `${name}-dhanman`) },
        broker: urlIn(said('BROKER_URL'), 'BROKER_URL'),
      };
    });
}

export function besideOf(folder: string, environment: string): BesideSettings {
  const found = besideIn(folder).find((one) => one.environment === environment);
  if (found === undefined)
    throw new Obstacle(`${join(folder, environment)} is missing. docs/backups.md says what goes into it.`);
  return found;
}

type Reader = (name: string, otherwise?: string) => string;

function reader(folder: string): Reader {
  return (name, otherwise) => {
    const text = contentOf(join(folder, name)) ?? otherwise;
    if (text === undefined)
      throw new Obstacle(`${join(folder, name)} is missing. docs/backups.md says what goes into it.`);
    return text;
  };
}

function storeIn(said: Reader): StoreLogin {
  return {
    url: urlIn(said('S3_URL'), 'S3_URL'),
    accessKey: said('S3_ACCESS_KEY'),
    secretKey: said('S3_SECRET_KEY'),
  };
}

function urlIn(text: string, name: string): URL {
  if (URL.canParse(text)) return new URL(text);
  throw new Obstacle(`${name} is not a URL.`);
}

function contentOf(path: string): string | undefined {
  try {
    if ((statSync(path).mode & 0o077) !== 0)
      throw new Obstacle(`${path} can be read by others: \`chmod 0400 ${path}\`.`);
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
