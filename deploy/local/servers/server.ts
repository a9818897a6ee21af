import type { Ending, ProcessIdentity } from '../machine/processes.ts';
import type { Instance, Ports } from '../instance.ts';

export type ServerName = 'postgres' | 'rabbitmq' | 'redis-jobs' | 'redis-cache' | 's3' | 'nginx';

/** What the rest of the system needs to know of a running server; each variable can also be given by the environment. */
export type Urls = Readonly<Record<string, string>>;

/** One kind of server, run by us on this machine. */
export interface Server {
  readonly name: ServerName;
  readonly title: string;
  /** Programs of which one path each must exist; packages that bring them on Debian and Ubuntu. */
  readonly programs: readonly string[];
  readonly packages: readonly string[];
  readonly ports: readonly (keyof Ports)[];
  /** Names of the variables (without prefix) that replace the server when all are given. */
  readonly variables: readonly string[];
  urls(instance: Instance): Urls;
  /** Makes the data folder once and the configuration every time. */
  prepare(instance: Instance): Promise<void>;
  /** Starts it; the returned processes must stay alive. */
  start(instance: Instance): Promise<readonly ProcessIdentity[]> | readonly ProcessIdentity[];
  /** Its processes' names, in the order in which they are stopped. */
  readonly processes: readonly (Ending & { readonly name: string })[];
  /** `undefined` while it does not answer; then whether the server on the port carries our nonce. */
  identify(instance: Instance): Promise<'ours' | 'foreign' | undefined>;
}
