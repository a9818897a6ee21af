// Where the releases of an environment lie, and what of the machine's own settings a release has to know.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { parseEnvFile } from '../../local/machine/env-file.ts';
import { Obstacle } from '../../local/machine/obstacle.ts';
import { directoryOf, type Environment, environments, type Service, toolsDirectory } from '../../topology.ts';

/** A service, or the web app, which is files only. */
export type Part = Service['name'] | 'web';

export interface Ports {
  readonly service: number;
  /** Of Common, where it issues the tokens. */
  readonly issuer: number | undefined;
}

export class Place {
  readonly environment: Environment;
  readonly #root: string;
  readonly #nginx: string;

  /** `root` stands before every path, as in a test. */
  constructor(environment: Environment, root = '', nginx = `${root}/etc/nginx`) {
    this.environment = environment;
    this.#root = root;
    this.#nginx = nginx;
  }

  /** Unpacked once; the folders of the services share its files. */
  get whole(): string {
    return join(this.#root, '/var/www', this.environment.name, 'releases');
  }

  get historyFile(): string {
    return join(this.#root, '/var/www', this.environment.name, 'history.jsonl');
  }

  get lockFile(): string {
    return join(this.#root, '/run', `dhanman-${this.environment.name}-release.lock`);
  }

  get nginxPid(): string {
    return join(this.#root, '/run/nginx.pid');
  }

  upstreamFile(name: string): string {
    return join(this.#nginx, this.environment.name, 'upstreams', `${name}.conf`);
  }

  releaseOf(part: Part, version: string): string {
    return join(this.#folderOf(part), 'releases', version);
  }

  releasesOf(part: Part): readonly string[] {
    const folder = join(this.#folderOf(part), 'releases');
    return existsSync(folder) ? readdirSync(folder) : [];
  }

  /** The version that a link of the part leads to. */
  version(part: Part, link: 'current' | 'next' = 'current'): string | undefined {
    return linkAt(join(this.#folderOf(part), link))?.replace('releases/', '');
  }

  point(part: Part, link: 'current' | 'next', version: string | undefined): void {
    const path = join(this.#folderOf(part), link);
    if (version === undefined) rmSync(path, { force: true });
    else pointTo(path, `releases/${version}`);
  }

  /** Backups and these commands run from what runs here; production's, where both environments share a machine. */
  lendTools(version: string): void {
    pointTo(join(this.#root, '/var/www', this.environment.name, 'current'), `releases/${version}`);
    const tools = join(this.#root, toolsDirectory, 'current');
    const own = `/var/www/${this.environment.name}/current`;
    const productions = `/var/www/${environments.prod.name}/current`;
    if (linkAt(tools) === productions) return;
    mkdirSync(dirname(tools), { recursive: true });
    pointTo(tools, own);
  }

  /** As systemd reads them: the later file wins. */
  ports(service: Service, instance: 'current' | 'next'): Ports {
    const files = [`${service.name}.env`, ...(instance === 'next' ? [`${service.name}.next.env`] : [])];
    const settings = Object.assign({}, ...files.map((file) => this.#settings(file))) as Record<
      string,
      string
    >;
    const { PORT, OIDC_ISSUER, OIDC_PORT } = settings;
    return { service: Number(PORT), issuer: OIDC_ISSUER ? Number(OIDC_PORT) : undefined };
  }

  #settings(file: string): Record<string, string> {
    const path = join(this.#root, '/etc/dhanman', this.environment.name, file);
    if (!existsSync(path)) throw new Obstacle(`${path} is missing: deploy/vps/provision installs it.`);
    return parseEnvFile(readFileSync(path, 'utf8'));
  }

  #folderOf(part: Part): string {
    return join(this.#root, directoryOf(this.environment, part));
  }
}

/** In one step: at no moment is there no such link. */
function pointTo(path: string, target: string): void {
  const aside = `${path}.${randomUUID()}`;
  symlinkSync(target, aside);
  renameSync(aside, path);
}

function linkAt(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
