// I8: what a service has sent has taken effect at everybody whom the contracts name, and what took effect was sent.
import { type AnyContract, contracts, receiversOf, type ServiceName } from '@dhanman/contracts';
import { services } from '../../topology.ts';
import type { Finding, Invariant, Offender, World } from '../invariant.ts';

interface Sent extends Offender {
  readonly message: string;
  readonly contract: string;
  readonly target: string;
  readonly isOld: boolean;
}

interface Received extends Offender {
  readonly message: string;
  readonly contract: string;
  readonly source: ServiceName;
}

/** Messages a receiver knows of without having acted on them, and why. */
interface Stuck extends Offender {
  readonly message: string;
  readonly why: string;
}

const tables = ['outbox', 'outbox_sent', 'inbox', 'inbox_parked', 'dead_letter'];

export const deliveries: readonly Invariant[] = [
  {
    ...{ id: 'I8', says: 'messages took effect at every receiver', check },
    needs: Object.fromEntries(services.map(({ name }) => [name, tables])),
  },
];

async function check(world: World): Promise<Finding> {
  const sent = await Promise.all(services.map(({ name }) => sentBy(world, name)));
  const handled = await Promise.all(services.map(({ name }) => handledBy(world, name)));
  const offenders: Offender[] = [];
  let counted = 0;
  for (const [index, { name: from }] of services.entries()) {
    for (const { message, contract, target } of (sent[index] ?? []).filter((one) => one.isOld)) {
      for (const to of receiversFor(contract, target)) {
        counted += 1;
        const why = await missing(world, handled[indexOf(to)], { to, message });
        if (why) offenders.push({ message, contract, from, to, why });
      }
    }
  }
  return { counted, offenders: [...offenders, ...(await unsent(world, handled))] };
}

async function sentBy(world: World, service: ServiceName): Promise<readonly Sent[]> {
  return world.query<Sent>(
    service,
    `select message_id as message, contract, target, sent_at < now() - make_interval(secs => $1) as "isOld"
     from outbox_sent where kind in ('event', 'command', 'reply') order by message_id`,
    [world.graceSeconds],
  );
}

/** Rows from before events had a copy for each hearer name none; they went to all. */
function receiversFor(name: string, target: string): readonly ServiceName[] {
  const contract = contracts.find((one): one is AnyContract => one.name === name);
  if (contract === undefined) return [];
  return receiversOf(contract, contracts).filter((one) => target === '' || one === target);
}

async function handledBy(world: World, service: ServiceName): Promise<ReadonlyMap<string, Received>> {
  const rows = await world.query<Received>(
    service,
    'select message_id as message, contract, source from inbox',
  );
  return new Map(rows.map((row) => [row.message, row]));
}

/** Why a message has no effect; nothing when it has, or when an operator has decided that it shall have none. */
async function missing(
  world: World,
  handled: ReadonlyMap<string, Received> | undefined,
  { to, message }: { readonly to: ServiceName; readonly message: string },
): Promise<string | undefined> {
  if (handled?.has(message) === true) return undefined;
  const [stuck] = await world.query<Stuck>(
    to,
    `select message_id::text as message, 'waits for the one before it' as why from inbox_parked where message_id = $1
     union all select message_id, case state when 'discarded' then '' else 'dead: ' || reason end from dead_letter
       where message_id = $1::text
     limit 1`,
    [message],
  );
  return stuck === undefined ? 'no trace of it' : stuck.why;
}

/** What was handled must have been sent by the service it says it is from. */
async function unsent(
  world: World,
  handled: readonly ReadonlyMap<string, Received>[],
): Promise<readonly Offender[]> {
  const known = await Promise.all(
    services.map(async ({ name }) => {
      const rows = await world.query<{ message: string }>(
        name,
        'select message_id as message from outbox_sent union select message_id from outbox',
      );
      return new Set(rows.map(({ message }) => message));
    }),
  );
  return services.flatMap(({ name: to }, index) =>
    [...(handled[index]?.values() ?? [])]
      .filter(({ message, source }) => known[indexOf(source)]?.has(message) !== true)
      .map(({ message, contract, source }) => ({ message, contract, from: source, to, why: 'never sent' })),
  );
}

function indexOf(service: ServiceName): number {
  return services.findIndex(({ name }) => name === service);
}
