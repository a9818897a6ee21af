import type { Actor } from '@dhanman/platform';
import type { EntityManager } from 'typeorm';
import { numbersSought } from '../numbers/number-search.js';

/** As the index has it: bytes in order, drafts first. Row policies let `case` reach an index and `coalesce` not. */
export const numberSql = `(case when number is null then '' else number end) collate "C"`;

type Place = (value: unknown) => string;

/** What was typed, for whom, and where its parameters go. */
interface Sought {
  readonly q: string;
  readonly actor: Actor;
  readonly place: Place;
}

/**
 * The condition for what people know a bill by: its number, whom it is for, or how much it is. Row policies let an index
 * answer nothing but plain comparisons of columns, so what a text may mean is found out before a million bills are asked.
 */
export async function found(tx: EntityManager, sought: Sought): Promise<string> {
  const parts = [...(await numbered(tx, sought)), ...(await billed(tx, sought)), ...amounting(sought)];
  return `(${parts.join(' or ') || 'false'})`;
}

async function numbered(tx: EntityManager, { q, actor, place }: Sought): Promise<readonly string[]> {
  const series = await tx.query<{ series: string }[]>(seriesInUse, [actor.organizationId, actor.company]);
  const numbers = numbersSought(
    q,
    series.map((row) => row.series),
  );
  const whole = numbers.filter(({ isWhole }) => isWhole).map(({ begins }) => begins);
  const ranges = numbers
    .filter(({ isWhole }) => !isWhole)
    .map(
      ({ begins }) => `(${numberSql} >= ${place(begins)} and ${numberSql} < ${place(begins + afterDigits)})`,
    );
  return whole.length === 0 ? ranges : [...ranges, `${numberSql} = any(${place(whole)}::text[])`];
}

async function billed(tx: EntityManager, { q, actor, place }: Sought): Promise<readonly string[]> {
  const whose = [actor.organizationId, actor.company, q];
  const named = await tx.query<{ id: string }[]>(`${namedSql('$1', '$2', '$3')} limit $4`, [
    ...whose,
    fewCustomers + 1,
  ]);
  // Of so many a bill is met soon, in whatever order: they are looked up once and every bill is asked.
  if (named.length > fewCustomers) return [`customer_id in (${namedSql(...whose.map(place))})`];
  return named.length === 0 ? [] : [`customer_id = any(${place(named.map(({ id }) => id))}::uuid[])`];
}

function amounting({ q, place }: Sought): readonly string[] {
  const [, whole, , part = ''] = /^(\d{1,13})(\.(\d{1,2}))?$/.exec(q.replaceAll(/[₹,\s]/g, '')) ?? [];
  return whole === undefined ? [] : [`total_minor = ${place(whole + part.padEnd(2, '0'))}::bigint`];
}

const fewCustomers = 1_000;

/** Follows the digits and the stroke in that order of characters. */
const afterDigits = ':';

function namedSql(...[organization, company, q]: readonly string[]): string {
  return `select customer.id from customer
    where customer.organization_id = ${organization} and customer.company_id = ${company}
      and position(lower(${q}) in lower(customer.name)) > 0`;
}

/** Jumps from series to series along the index; `SI/2627/` is one. */
const seriesInUse = `
  with recursive found (series) as (
    (select substring(${numberSql} from '^.*/') from invoice
     where organization_id = $1 and company_id = $2 and ${numberSql} > ''
     order by ${numberSql} limit 1)
    union all
    select (select substring(${numberSql} from '^.*/') from invoice
      where organization_id = $1 and company_id = $2 and ${numberSql} > found.series || '${afterDigits}'
      order by ${numberSql} limit 1)
    from found where found.series is not null)
  select series from found where series is not null`;
