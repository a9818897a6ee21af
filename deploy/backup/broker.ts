// What a virtual host of RabbitMQ consists of: queues, exchanges and how they hang together, who may do what. Not the
// messages: those are in the outboxes of the databases and are sent again.
import { Obstacle } from '../local/machine/obstacle.ts';

type Entry = Readonly<Record<string, unknown>>;
type Definitions = Readonly<Record<string, unknown>>;

/** Lists whose entries name their virtual host. */
const ofVirtualHost = [
  ...['permissions', 'topic_permissions', 'parameters', 'policies'],
  ...['queues', 'exchanges', 'bindings'],
] as const;

export async function definitionsAt(broker: URL): Promise<Definitions> {
  return definitionsOf(virtualHostIn(broker), (await (await ask(broker)).json()) as Definitions);
}

/** Creates what is missing and changes what differs; nothing is taken away. */
export async function importDefinitions(broker: URL, definitions: Buffer): Promise<void> {
  await ask(broker, { method: 'POST', body: definitions.toString() });
}

/** Without the other environment of the same broker, so that bringing one back does not touch it. */
export function definitionsOf(vhost: string, all: Definitions): Definitions {
  const entries = (name: string): readonly Entry[] => (all[name] ?? []) as readonly Entry[];
  const own = Object.fromEntries(
    ofVirtualHost.map((name) => [name, entries(name).filter((entry) => entry['vhost'] === vhost)]),
  );
  const people = new Set((own['permissions'] ?? []).map((entry) => entry['user']));
  return {
    vhosts: entries('vhosts').filter((entry) => entry['name'] === vhost),
    users: entries('users').filter((entry) => people.has(entry['name'])),
    ...own,
  };
}

function virtualHostIn(broker: URL): string {
  const name = decodeURIComponent(broker.pathname.slice(1));
  if (name === '') throw new Obstacle('BROKER_URL names no virtual host: http://…:15672/<name>.');
  return name;
}

async function ask(broker: URL, how: RequestInit = {}): Promise<Response> {
  const login = `${decodeURIComponent(broker.username)}:${decodeURIComponent(broker.password)}`;
  const headers = {
    authorization: `Basic ${Buffer.from(login).toString('base64')}`,
    'content-type': 'application/json',
  };
  const address = new URL('/api/definitions', broker.origin);
  const answer = await fetch(address, { ...how, headers, signal: AbortSignal.timeout(30_000) });
  if (!answer.ok)
    throw new Obstacle(
      `RabbitMQ answered ${String(answer.status)} to ${address.pathname}: is the login an administrator's?`,
    );
  return answer;
}
