// Where an operation must have taken effect, looked up behind the services' backs.
import { CompanyChanged, CompanyCreated, PostTransaction } from '@dhanman/contracts';
import { services, type ServiceName } from '../../topology.ts';
import type { World } from '../../verify/invariant.ts';
import type { Effects, Kind, Operation } from '../history.ts';

const hearers = services.map(({ name }) => name).filter((name) => name !== 'common');

type Counts = ReadonlyMap<string, number>;

/** Reads everything once, and answers for any operation. */
export async function effectsIn(world: World): Promise<(operation: Operation) => Effects> {
  const places: Readonly<Record<Kind, Readonly<Record<string, Counts>>>> = {
    'create company': await eventPlaces(world, CompanyCreated.name),
    'change company': await eventPlaces(world, CompanyChanged.name),
    'draft invoice': {
      sales: await counts(
        world,
        'sales',
        `select content -> 'lines' -> 0 ->> 'description' as key from invoice`,
      ),
    },
    'issue invoice': await issuePlaces(world),
  };
  return ({ kind, key }) =>
    Object.fromEntries(Object.entries(places[kind]).map(([place, found]) => [place, found.get(key) ?? 0]));
}

/** An event bears the name that its operation gave to the company. */
async function eventPlaces(world: World, contract: string): Promise<Record<string, Counts>> {
  const told = await world.query<{ message: string; key: string }>(
    'common',
    `select distinct message_id as message, payload ->> 'name' as key from (
       select message_id, contract, payload from outbox
       union all select message_id, contract, payload from outbox_sent) as messages where contract = $1`,
    [contract],
  );
  const keyOf = new Map(told.map(({ message, key }) => [message, key]));
  const places: Record<string, Counts> = { common: tally(told.map(({ key }) => key)) };
  for (const service of hearers) {
    const heard = await world.query<{ message: string }>(
      service,
      `select message_id as message from inbox where contract = $1 and outcome = 'handled'`,
      [contract],
    );
    places[service] = tally(heard.map(({ message }) => keyOf.get(message) ?? message));
  }
  return places;
}

async function issuePlaces(world: World): Promise<Record<string, Counts>> {
  return {
    question: await counts(
      world,
      'sales',
      `select payload -> 'source' ->> 'id' as key from (
         select distinct on (message_id) contract, payload from (
           select message_id, contract, payload from outbox
           union all select message_id, contract, payload from outbox_sent) as messages) as each
       where contract = '${PostTransaction.name}'`,
    ),
    entry: await counts(world, 'common', 'select source_id as key from journal_entry'),
    posted: await counts(world, 'sales', `select id as key from invoice where state = 'posted'`),
  };
}

async function counts(world: World, service: ServiceName, sql: string): Promise<Counts> {
  return tally((await world.query<{ key: string }>(service, sql)).map(({ key }) => key));
}

function tally(keys: readonly string[]): Counts {
  const found = new Map<string, number>();
  for (const key of keys) found.set(key, (found.get(key) ?? 0) + 1);
  return found;
}
