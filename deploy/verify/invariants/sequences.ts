// I8: numbered messages about one thing are numbered from 1 without a gap, and every hearer has come to the last of them.
import { contracts, type EventContract, type Sequence, type ServiceName } from '@dhanman/contracts';
import type { Finding, Invariant, Offender, World } from '../invariant.ts';

interface Stream {
  readonly sequence: Sequence;
  readonly owner: ServiceName;
  readonly names: readonly string[];
  readonly heardBy: readonly ServiceName[];
}

interface Numbers extends Offender {
  readonly key: string;
  readonly many: number;
  readonly last: number;
}

export const sequences: readonly Invariant[] = streams().map((stream) => ({
  ...{ id: 'I8', says: `things of the stream ${stream.sequence.stream} are told of without a gap` },
  needs: {
    [stream.owner]: ['outbox', 'outbox_sent'],
    ...Object.fromEntries(stream.heardBy.map((name) => [name, ['inbox_sequence']])),
  },
  check: async (world: World) => check(world, stream),
}));

function streams(): readonly Stream[] {
  const numbered = contracts.filter(
    (one): one is EventContract & { readonly sequence: Sequence } =>
      one.kind === 'event' && one.sequence !== undefined,
  );
  return [...Map.groupBy(numbered, ({ sequence }) => sequence.stream).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const heardBy = [...new Set(group.flatMap((one) => one.heardBy))];
    return [{ sequence: first.sequence, owner: first.owner, names: group.map(({ name }) => name), heardBy }];
  });
}

async function check(world: World, { sequence, owner, names, heardBy }: Stream): Promise<Finding> {
  const fields = [names, sequence.key, sequence.number];
  const told = await world.query<Numbers>(owner, numbersIn(allMessages), fields);
  const gaps = told
    .filter(({ many, last }) => many !== last)
    .map((row) => ({ from: owner, ...row, why: 'numbers are missing' }));
  const offenders: Offender[] = [...gaps];
  for (const to of heardBy) {
    const due = await world.query<Numbers>(owner, numbersIn(settled), [...fields, to, world.graceSeconds]);
    const known = await world.query<{ key: string; last: number }>(
      to,
      'select key::text as key, last::int as last from inbox_sequence where stream = $1',
      [sequence.stream],
    );
    const reached = new Map(known.map(({ key, last }) => [key, last]));
    for (const { key, last } of due)
      if ((reached.get(key) ?? 0) < last) offenders.push({ to, key, last, reached: reached.get(key) ?? 0 });
  }
  return { counted: told.length, offenders };
}

const allMessages = `
  select payload from outbox where contract = any($1) and kind = 'event'
  union all select payload from outbox_sent where contract = any($1) and kind = 'event'`;

/** What this hearer must have acted on by now. */
const settled = `
  select payload from outbox_sent where contract = any($1) and kind = 'event' and target in ($4, '')
    and sent_at < now() - make_interval(secs => $5)`;

function numbersIn(messages: string): string {
  return `
    select payload ->> $2 as key, count(distinct payload ->> $3)::int as many, max((payload ->> $3)::int) as last
    from (${messages}) as messages group by 1 order by 1`;
}
