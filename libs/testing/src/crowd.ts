import type { ServiceDefinition } from '@dhanman/platform';
import pg from 'pg';
import { query } from './database.js';
import { aMember, type Member } from './member.js';
import { operationsExamples } from './operations-examples.js';
import { type Examples, filled, type Route, together } from './routes.js';
import type { Random } from './seeded-random.js';
import { type StartedService, startService } from './service.js';
import { aToken } from './tokens.js';
import type { Furnish } from './walls.js';

/** Of no tenant, and yet about one: what no row policy guards. */
const sharedTables = ['api_key_home', 'dead_letter', 'job', 'known_organization'];
/** Of no organization at all: theirs are whatever each person sees of their own account. */
const peopleTables = ['oidc_record', 'passkey', 'person', 'sign_in_session'];
const mostRowsOfATable = 6;

/**
 * A service with so many organizations, each a copy of one that is furnished. In the ids of each copy the last four
 * digits are its number, so that every id in an answer tells whose row was read.
 */
export class Crowd {
  /** What people got of their own things, by route: a route that answers nobody proves nothing. */
  readonly served = new Set<string>();

  private constructor(
    private readonly started: StartedService,
    private readonly first: Member,
    private readonly examples: Examples,
    private readonly size: number,
  ) {}

  static async around(definition: ServiceDefinition, furnish: Furnish, size: number): Promise<Crowd> {
    const started = await startService(definition, { overrides: { AUTH_PERMISSIONS_CLAIM: 'ignored' } });
    const first = await aMember(started);
    const examples = together(await furnish(started, first), await operationsExamples(started, first));
    const crowd = new Crowd(started, first, examples, size);
    await crowd.multiply();
    return crowd;
  }

  async stop(): Promise<void> {
    await this.started.stop();
  }

  /** How many of the organizations have rows in a table. */
  async organizationsIn(table: string): Promise<number> {
    const [row] = await this.admin<{ count: string }>(
      `select count(distinct organization_id) from ${pg.escapeIdentifier(table)}`,
    );
    return Number(row?.count);
  }

  /** Asks for own things and for those of others, as often as told; the answer is what somebody should not have got. */
  async leaks(route: Route, random: Random, rounds: number): Promise<readonly string[]> {
    const asked = await Promise.all(Array.from({ length: rounds }, () => this.ask(route, random)));
    return asked.flat();
  }

  private async ask(route: Route, random: Random): Promise<readonly string[]> {
    const anyone = (): number => 1 + Math.floor(random() * this.size);
    const me = anyone();
    const whose = (): number => (random() < 0.5 ? me : anyone());
    const named = route.parameters.map((parameter) => [parameter, whose()] as const);
    const path = this.pathOf(route, new Map(named));
    const { organizationId, personId } = this.first;
    const token = await aToken({ organizationId: of(me, organizationId), userId: of(me, personId) });
    const { status, text } = await this.started.agent.get(path).set('authorization', `Bearer ${token}`);
    const label = `${String(me)}: ${path} answers ${String(status)}`;
    const strangers = named.filter(([, owner]) => owner !== me).map(([parameter]) => parameter);
    if (status < 300 && strangers.length === 0) this.served.add(route.id);
    if (status < 300 && foreignIn(text, me, path)) return [`${label}: ${text.slice(0, 300)}`];
    // A correlation id is a word of whoever asked first; that of others is a word without a story.
    const isRight = strangers.every((name) => name === 'correlationId') ? status < 500 : status === 404;
    return isRight && status !== 401 ? [] : [label];
  }

  /** Each parameter of the path with the id of whoever it is to be of. */
  private pathOf(route: Route, owners: ReadonlyMap<string, number>): string {
    let path = route.path;
    for (const [parameter, owner] of owners) {
      const own = filled({ ...route, path }, this.first.companyId, this.examples);
      const [before = '', after = ''] = path.split(`{${parameter}}`);
      const id = own.slice(before.length).split('/')[0] ?? '';
      path = `${before}${of(owner, id)}${after}`;
    }
    return path;
  }

  private async multiply(): Promise<void> {
    const ids = [this.first.companyId, ...Object.values(this.examples.ids)];
    for (const { name, columns } of await this.tables())
      await this.admin(cloneSql(name, columns), [
        ...[peopleTables.includes(name) ? null : this.first.organizationId, ids, this.size],
      ]);
    // So many rows at once are unknown to the planner until somebody counts them.
    await this.admin('analyze');
  }

  private async tables(): Promise<readonly { name: string; columns: readonly string[] }[]> {
    return this.admin<{ name: string; columns: string[] }>(tablesSql, [[...sharedTables, ...peopleTables]]);
  }

  private async admin<Row extends object>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return query<Row>(this.started.database.adminUrl, sql, values);
  }
}

const suffix = (owner: number): string => owner.toString(16).padStart(4, '0');

function of(owner: number, id: string): typeof id & Member['personId'] {
  return (/^[0-9a-f-]{36}$/.test(id) ? id.slice(0, -4) + suffix(owner) : id) as Member['personId'];
}

/** An id that is neither the reader's nor one they named themselves. */
function foreignIn(text: string, me: number, path: string): boolean {
  const ids = text.match(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g) ?? [];
  return ids.some((id) => !id.endsWith(suffix(me)) && !path.includes(id));
}

const tablesSql = `
  select relname as name, (
    select json_agg(attname order by attnum) from pg_attribute
    where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = '') as columns
  from pg_class c
  where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and not relispartition
    and (relname = any($1) or exists (select from pg_attribute
      where attrelid = c.oid and attname = 'organization_id' and not attisdropped))
  order by relname`;

/** Constraints within an organization hold in its copy as in the original; triggers would do everything twice. */
function cloneSql(table: string, columns: readonly string[]): string {
  const [name, list] = [
    pg.escapeIdentifier(table),
    columns.map((one) => pg.escapeIdentifier(one)).join(', '),
  ];
  const isOver = table === 'job' ? `and state = 'failed'` : '';
  return `
    with cloned as (select set_config('session_replication_role', 'replica', false)),
    original as (
      select to_jsonb(t)::text as text from ${name} t, cloned
      where ($1::text is null or to_jsonb(t)::text like '%' || $1 || '%') ${isOver}
      order by (select count(*) from unnest($2::text[]) as example (id) where to_jsonb(t)::text like '%' || id || '%') desc
      limit ${String(mostRowsOfATable)})
    insert into ${name} (${list}) overriding system value
    select ${columns.map((one) => `made.${pg.escapeIdentifier(one)}`).join(', ')}
    from original, generate_series(1, $3::integer) as copy (number),
      lateral jsonb_populate_record(null::${name}, regexp_replace(original.text,
        '([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{8})[0-9a-f]{4}',
        '\\1' || lpad(to_hex(number), 4, '0'), 'g')::jsonb) as made
    on conflict do nothing`;
}
