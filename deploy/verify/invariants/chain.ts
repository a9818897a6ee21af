// I11: the journal of each company is a chain. Every entry is said again from its columns as the text that was hashed
// when it was posted, hashed again, and linked to the one before it. This is written apart from the code that posts, so
// that a mistake there cannot hide itself here.
import type { Finding, Invariant, Offender, World } from '../invariant.ts';

interface Company extends Offender {
  readonly organization: string;
  readonly company: string;
  readonly sequence: string;
  readonly hash: string;
  readonly numbers: Readonly<Record<string, number>>;
}

interface Link extends Offender {
  readonly sequence: string;
  readonly entry: string;
  readonly number: string;
  readonly year: string;
  readonly previous: string;
  readonly hash: string;
  /** Whether the hash is that of the entry before it and of what the entry says. */
  readonly covers: boolean;
}

interface Day extends Offender {
  readonly day: string;
  readonly sequence: string;
  readonly hash: string;
}

/** Where the chain of a company has come to. */
interface Walk {
  readonly company: Company;
  readonly days: ReadonlyMap<string, readonly Day[]>;
  readonly places: Map<string, number>;
  sequence: bigint;
  hash: string;
}

export const chain: readonly Invariant[] = [
  {
    ...{ id: 'I11', says: 'entries are linked as they were posted', check },
    needs: {
      common: ['journal_entry', 'journal_entry.hash', 'journal_line', 'ledger_head', 'ledger_head_day'],
    },
  },
];

const genesis = '0'.repeat(64);
const perPage = 2_000;
const ahead = 2;
/** Companies of few entries are mostly waited for. */
const atOnce = 2;

async function check(world: World): Promise<Finding> {
  const companies = await world.query<Company>('common', heads);
  const offenders: Offender[] = [];
  let counted = 0;
  const left = companies.values();
  const walkers = Array.from({ length: atOnce }, async () => {
    for (const company of left) {
      const walk = await walkOf(world, company);
      const offender = await firstOffender(world, walk);
      counted += Number(walk.sequence);
      if (offender) offenders.push(offender);
    }
  });
  await Promise.all(walkers);
  offenders.push(...(await world.query('common', strays)));
  return { counted, offenders };
}

async function walkOf(world: World, company: Company): Promise<Walk> {
  const days = await world.query<Day>('common', storedDays, [company.organization, company.company]);
  // Days on which nothing was posted end where the day before them did.
  const bySequence = Map.groupBy(days, ({ sequence }) => sequence);
  return { company, days: bySequence, places: new Map(), sequence: 0n, hash: genesis };
}

async function firstOffender(world: World, walk: Walk): Promise<Offender | undefined> {
  const { organization, company } = walk.company;
  for await (const page of pages(world, walk.company))
    for (const link of page) {
      const { sequence, entry, number } = link;
      const why = complaint(walk, link);
      if (why !== undefined) return { organization, company, sequence, entry, number, why };
    }
  return endsAsStored(walk);
}

/** In their order, up to the head; the database hashes the next ones while this one is walked along. */
async function* pages(world: World, { organization, company, sequence }: Company) {
  const asked: Promise<readonly Link[]>[] = [];
  try {
    for (let after = 0; after < Number(sequence); after += perPage) {
      const upTo = Math.min(after + perPage, Number(sequence));
      asked.push(world.query<Link>('common', links, [organization, company, after, upTo]));
      if (asked.length > ahead) yield (await asked.shift()) ?? [];
    }
    while (asked.length > 0) yield (await asked.shift()) ?? [];
  } finally {
    await Promise.allSettled(asked);
  }
}

/** Goes one link further; what is wrong with it, if anything is. */
function complaint(walk: Walk, { sequence, number, year, previous, hash, covers }: Link): string | undefined {
  const next = walk.sequence + 1n;
  if (BigInt(sequence) !== next) return `comes after ${walk.sequence.toString()}: entries are missing`;
  if (previous !== walk.hash) return 'does not follow the entry before it';
  if (!covers) return 'is not what was posted';
  const place = (walk.places.get(year) ?? 0) + 1;
  if (Number(number.slice(number.lastIndexOf('/') + 1)) !== place)
    return `should have the place ${String(place)}`;
  walk.places.set(year, place);
  Object.assign(walk, { sequence: next, hash });
  const day = walk.days.get(sequence)?.find((one) => one.hash !== hash);
  return day ? `is not the entry that ended ${day.day}` : undefined;
}

function endsAsStored({ company: head, days, sequence, hash, places }: Walk): Offender | undefined {
  const { organization, company } = head;
  const isEnd = head.sequence === sequence.toString() && head.hash === hash;
  if (!isEnd)
    return { organization, company, sequence: head.sequence, why: 'entries at the end are missing' };
  // Who takes entries from the end and puts the head back forgets that their days are kept.
  const later = [...days.values()].flat().find((day) => BigInt(day.sequence) > sequence);
  if (later) {
    const why = `entries that ended ${later.day} are missing`;
    return { organization, company, sequence: later.sequence, why };
  }
  const year = Object.entries(head.numbers).find(([code, last]) => (places.get(code) ?? 0) !== last);
  return (
    year && { organization, company, year: year[0], last: year[1], why: 'is not the last number of the year' }
  );
}

const heads = `
  select organization_id as organization, company_id as company, sequence, encode(hash, 'hex') as hash, numbers
  from ledger_head order by 1, 2`;

const storedDays = `
  select day::text as day, sequence, encode(hash, 'hex') as hash from ledger_head_day
  where organization_id = $1 and company_id = $2`;

// What no chain holds: entries of a company without a head or beyond it, and lines whose entry is gone.
const strays = `
  select line.organization_id as organization, line.company_id as company, line.entry_id as entry,
    'its lines have no entry' as why
  from journal_line line where not exists (
    select from journal_entry entry where entry.organization_id = line.organization_id and entry.id = line.entry_id)
  group by 1, 2, 3
  union all
  select organization_id, company_id, id, 'its company has no books' from journal_entry entry where not exists (
    select from ledger_head head
    where head.organization_id = entry.organization_id and head.company_id = entry.company_id)
  union all
  select organization_id, company_id, entry.id, 'the books of its company end before it' from journal_entry entry
  join ledger_head head using (organization_id, company_id) where entry.sequence > head.sequence`;

/** What the hash of an entry covers, beside the hash before it: said from the columns. */
export const covered = `convert_to(json_build_array('1', organization_id, company_id, id, sequence::text, number,
      to_char(posted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), entered_on, financial_year, kind,
      currency, narration, source_service, source_document, source_id, source_purpose, source_version::text,
      posted_by, encode(request_hash, 'hex'), (
        select json_agg(json_build_array(line.number::text, account_id, account, side, amount::text, line.narration,
          party_kind, party_id, branch_id, cost_centre, rule, inputs::text) order by line.number)
        from journal_line line
        where line.organization_id = entry.organization_id and line.entry_id = entry.id))::text, 'UTF8')`;

const links = `
  select sequence, id as entry, number, financial_year as year, encode(previous_hash, 'hex') as previous,
    encode(hash, 'hex') as hash, hash = sha256(previous_hash || ${covered}) as covers
  from journal_entry entry where organization_id = $1 and company_id = $2 and sequence > $3 and sequence <= $4
  order by sequence`;
