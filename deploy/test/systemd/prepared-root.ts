// A file tree as provisioning leaves it: units, users, environment files and credentials in their places.
import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { chmod, cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { environmentFiles } from '../../generate/env.ts';
import { systemd } from '../../generate/systemd.ts';
import {
  credentialsOf,
  deployed,
  directoryOf,
  services,
  toolsDirectory,
  type Environment,
} from '../../topology.ts';

/** The value of every credential carries this word, so that a leak is found by looking for it. */
export const secretWord = 'tHiS-iS-sEcReT';

const units = 'etc/systemd/system';

export const unitFiles = (): readonly string[] =>
  [...systemd().keys()]
    .map((path) => path.slice('systemd/'.length))
    .filter((name) => !name.endsWith('.conf'));

export async function installUnits(root: string): Promise<void> {
  for (const [path, text] of systemd()) await put(root, path.replace('systemd', units), text);
}

/** What `systemd-analyze verify` looks for besides the units: the distribution's own and the programs they start. */
export async function installStandIns(root: string): Promise<void> {
  await cp('/usr/lib/systemd/system', join(root, 'usr/lib/systemd/system'), { recursive: true });
  for (const program of ['tar', 'chown', 'alloy']) {
    await put(root, `usr/bin/${program}`, '');
    await chmod(join(root, 'usr/bin', program), 0o755);
  }
  const releases = deployed.flatMap(currentReleases);
  const next = releases.map((directory) => directory.replace(/current$/, 'next'));
  for (const directory of [...releases, ...next, `${toolsDirectory}/current`]) {
    await put(root, `${directory}/bin/node`, '');
    await chmod(join(root, directory, 'bin/node'), 0o755);
  }
}

export const currentReleases = (environment: Environment): readonly string[] =>
  services.map(({ name }) => `${directoryOf(environment, name)}/current`);

export async function installConfiguration(root: string): Promise<void> {
  for (const [path, text] of environmentFiles()) {
    const filled = path.endsWith('site.env') ? filledIn(text) : text;
    await put(root, path.replace('deploy/env', 'etc/dhanman'), filled);
  }
  for (const environment of deployed) {
    for (const service of services) {
      for (const name of credentialsOf(service)) {
        const file = `etc/dhanman/${environment.name}/credentials/${service.name}/${name}`;
        await put(root, file, secret(name));
        await chmod(join(root, file), 0o400);
      }
    }
  }
  execFileSync('systemd-sysusers', [`--root=${root}`, join(root, units, 'dhanman.sysusers.conf')], {
    stdio: 'pipe',
  });
}

const secret = (name: string): string => {
  const nobody = `someone:${secretWord}@127.0.0.1:9`; // discard: nothing listens in a network of its own
  if (name === 'DATABASE_URL') return `postgres://${nobody}/nowhere`;
  if (name === 'AMQP_URL') return `amqp://${nobody}/nowhere`;
  if (name === 'MAIL_URL') return `smtp://${nobody}`;
  if (name === 'IDENTITY_KEY') return secretWord.repeat(3);
  return name.startsWith('REDIS') ? `redis://${nobody}/0` : secretWord;
};

function filledIn(template: string): string {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = { ...publicKey.export({ format: 'jwk' }), kid: 'test', alg: 'ES256', use: 'sig' };
  return template
    .replace('S3_ENDPOINT=\n', 'S3_ENDPOINT=http://127.0.0.1:9\n')
    .replace('AUTH_JWKS=\n', `AUTH_JWKS='${JSON.stringify({ keys: [key] })}'\n`);
}

async function put(root: string, path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}
