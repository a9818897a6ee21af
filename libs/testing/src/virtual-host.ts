import { isAbandoned, privateName } from './private-name.js';
import { server } from './servers.js';

export interface VirtualHost {
  readonly name: string;
  /** An AMQP address whose exchanges and queues nobody else sees. */
  readonly url: string;
  drop(): Promise<void>;
}

let swept: Promise<void> | undefined;

/** A RabbitMQ vhost of its own: exchange and queue names stay those of production, and tests still cannot meet. */
export async function freshVirtualHost(): Promise<VirtualHost> {
  await (swept ??= sweep());
  const name = privateName();
  await manage('PUT', `vhosts/${name}`);
  const { username } = new URL(server('amqp'));
  await manage('PUT', `permissions/${name}/${username}`, { configure: '.*', write: '.*', read: '.*' });
  const url = new URL(server('amqp'));
  url.pathname = `/${name}`;
  return { name, url: url.toString(), drop: () => manage('DELETE', `vhosts/${name}`) };
}

/** Ends every connection of a vhost from the broker's side, as an operator or a restart would. */
export async function closeConnections(vhost: VirtualHost): Promise<number> {
  const open = (await ask(`vhosts/${vhost.name}/connections`)) as readonly { readonly name: string }[];
  for (const { name } of open) await manage('DELETE', `connections/${encodeURIComponent(name)}`);
  return open.length;
}

async function sweep(): Promise<void> {
  const vhosts = (await ask('vhosts?columns=name')) as readonly { readonly name: string }[];
  for (const { name } of vhosts) if (isAbandoned(name)) await manage('DELETE', `vhosts/${name}`);
}

async function manage(method: 'PUT' | 'DELETE', path: string, body: object = {}): Promise<void> {
  await request(path, { method, body: JSON.stringify(body) });
}

async function ask(path: string): Promise<unknown> {
  return (await request(path, {})).json();
}

async function request(path: string, options: RequestInit): Promise<Response> {
  const address = new URL(server('amqpManagement'));
  const login = `${decodeURIComponent(address.username)}:${decodeURIComponent(address.password)}`;
  const answer = await fetch(new URL(`/api/${path}`, address.origin), {
    ...options,
    headers: {
      authorization: `Basic ${Buffer.from(login).toString('base64')}`,
      'content-type': 'application/json',
    },
    signal: AbortSignal.timeout(10_000),
  });
  if (!answer.ok)
    throw new Error(`RabbitMQ answered ${String(answer.status)} to ${path}: ${await answer.text()}`);
  return answer;
}
