import { permissions } from '@dhanman/contracts';
import { newId } from '@dhanman/kernel';
import type { ServiceDefinition } from '@dhanman/platform';
import pg from 'pg';
import { query } from './database.js';
import { aMember, type Member } from './member.js';
import { operationsExamples } from './operations-examples.js';
import { bodyFor, type Examples, filled, type Route, together } from './routes.js';
import { type StartedService, startService } from './service.js';
import { aToken } from './tokens.js';

/**
 * The walls between tenants: the guard asks for membership, queries name their tenant, and the database has row policies.
 * Each has to hold alone, so that forgetting one is not enough.
 */
export const wallStates = [
  'all walls',
  'the guard alone',
  'the query scope alone',
  'row policies and scope',
] as const;
export type WallState = (typeof wallStates)[number];

/** Makes one of everything for the company of a member. */
export type Furnish = (started: StartedService, member: Member) => Promise<Examples>;

interface Intruder {
  readonly who: string;
  readonly token: string;
  readonly path: string;
}

interface TenantTable {
  readonly name: string;
  readonly hasCompany: boolean;
}

const notFound = [404];
/** A member of another company of the same organization is told what right is missing for a route of all companies. */
const notFoundOrForbidden = [403, 404];

/** A service with a furnished company, and people from outside who try to get at it. */
export class Walls {
  private state: WallState = 'all walls';
  private tables: Promise<readonly TenantTable[]> | undefined;

  private constructor(
    readonly started: StartedService,
    private readonly inside: Member,
    private readonly examples: Examples,
    private readonly stranger: Member,
    private readonly colleague: Member,
  ) {}

  static async around(definition: ServiceDefinition, furnish: Furnish): Promise<Walls> {
    const started = await startService(definition);
    const [company, otherCompany] = [newId(), newId()];
    const companyIds = [company, otherCompany];
    const inside = await aMember(started, { companyIds });
    const stranger = await aMember(started);
    const colleague = await aMember(started, {
      organizationId: inside.organizationId,
      companyIds: [otherCompany],
      grants: [{ role: 'owner', companyId: otherCompany }],
    });
    const examples = together(await furnish(started, inside), await operationsExamples(started, inside));
    return new Walls(started, inside, examples, stranger, colleague);
  }

  /** Leaves only some of the walls standing. The tables are those of this test alone. */
  async leave(state: WallState): Promise<void> {
    const isOn = state === 'all walls' || state === 'row policies and scope';
    for (const { name } of await this.tenantTables()) {
      const verb = isOn ? 'enable' : 'disable';
      await this.admin(`alter table ${pg.escapeIdentifier(name)} ${verb} row level security`);
    }
    this.state = state;
  }

  /** What people from outside got to see or do on this route; nothing, if the walls that stand hold. */
  async intrusions(route: Route): Promise<readonly string[]> {
    const before = await this.contents();
    const found: string[] = [];
    for (const intruder of await this.intruders(route)) found.push(...(await this.attempt(route, intruder)));
    if ((await this.contents()) !== before) found.push(`${route.id}: something was written`);
    return found;
  }

  /** Rows that row policies let through where no query names a tenant. */
  async rowsSeenFromOutside(): Promise<readonly string[]> {
    await this.leave('all walls');
    const found: string[] = [];
    for (const { name, hasCompany } of await this.tenantTables()) {
      const outside = [
        { who: 'nobody', scope: { organization: '', company: '' } },
        { who: 'a stranger', scope: { organization: this.stranger.organizationId, company: '' } },
        ...(hasCompany
          ? [
              {
                who: 'a colleague',
                scope: { organization: this.inside.organizationId, company: this.colleague.companyId },
              },
            ]
          : []),
      ];
      for (const { who, scope } of outside) {
        if ((await this.seen(name, scope, hasCompany)) > 0) found.push(`${who} sees rows of ${name}`);
      }
    }
    return found;
  }

  /** Tables in which the furnished company has rows: the others prove nothing. */
  async furnishedTables(): Promise<readonly string[]> {
    const names: string[] = [];
    for (const { name } of await this.tenantTables()) {
      const sql = `select from ${pg.escapeIdentifier(name)} where organization_id = $1 limit 1`;
      if ((await this.admin(sql, [this.inside.organizationId])).length > 0) names.push(name);
    }
    return names;
  }

  async stop(): Promise<void> {
    await this.started.stop();
  }

  private async intruders(route: Route): Promise<readonly Intruder[]> {
    const { inside, stranger, colleague, examples } = this;
    const theirs = filled(route, inside.companyId, examples);
    const all = [
      { who: 'a stranger', token: await this.tokenOf(stranger, inside.companyId), path: theirs },
      { who: 'a colleague', token: await this.tokenOf(colleague), path: theirs },
      ...(await this.atHome(route)),
    ];
    // Only the company of a path is the guard's to check; what lies below it is the business of the other walls.
    if (this.state === 'the guard alone')
      return route.parameters.includes('companyId') ? all.filter(({ path }) => path === theirs) : [];
    // Without the guard nobody asks a colleague whether they belong to the company they name.
    return this.state === 'all walls' ? all : all.filter(({ who }) => who !== 'a colleague');
  }

  /** The same things, asked for below the intruder's own company. */
  private async atHome(route: Route): Promise<readonly Intruder[]> {
    if (!route.parameters.includes('companyId') || route.parameters.length < 2) return [];
    const { stranger, colleague, examples } = this;
    const homes = [
      ['a stranger at home', stranger],
      ['a colleague at home', colleague],
    ] as const;
    return Promise.all(
      homes.map(async ([who, member]) => {
        return { who, token: await this.tokenOf(member), path: filled(route, member.companyId, examples) };
      }),
    );
  }

  /** Without the guard, its question is answered by the intruder: a token that claims every right, and is believed. */
  private async tokenOf(member: Member, claimed: string = member.companyId): Promise<string> {
    if (this.state === 'all walls' || this.state === 'the guard alone') return member.token;
    const { organizationId, personId: userId } = member;
    return aToken({ organizationId, userId, companies: [claimed], permissions });
  }

  private async attempt(route: Route, { who, token, path }: Intruder): Promise<readonly string[]> {
    const request = this.started.agent[route.method](path).set('authorization', `Bearer ${token}`);
    if (route.takesVersion) void request.set('if-match', '"1"');
    if (route.method === 'post') void request.set('idempotency-key', newId());
    const answer = await request.send(bodyFor(route, this.examples));
    const { status, text } = answer;
    const label = `${who}: ${route.method} ${path} answers ${String(status)}`;
    if (status < 300 && this.foreignTo(who).some((id) => text.includes(id)))
      return [`${label} and shows what is not theirs: ${text.slice(0, 300)}`];
    if (this.state === 'the guard alone' && !text.includes('company-not-found'))
      return [`${label}, but not from the guard`];
    return this.isRightAnswer(route, who, status) ? [] : [label];
  }

  /** What this intruder must not see: all of it, but that a colleague knows the organization and its chart. */
  private foreignTo(who: string): readonly string[] {
    const shared = [this.inside.organizationId, this.examples.ids['accounts']];
    const known = [this.examples.ids['traces'], ...(who.startsWith('a colleague') ? shared : [])];
    return Object.values(this.examples.ids).filter((id) => !known.includes(id));
  }

  /** Where the path names something of the furnished company it is not found; elsewhere people see what is theirs. */
  private isRightAnswer({ parameters }: Route, who: string, status: number): boolean {
    // Without the guard a company of others is an empty one: what they hold is still not there.
    const isGuarded = this.state === 'all walls' || this.state === 'the guard alone';
    // A correlation id is a word of whoever asked first; that of others is a word without a story.
    const named = parameters.filter(
      (name) => name !== 'correlationId' && (isGuarded || name !== 'companyId'),
    );
    if (named.length === 0) return status !== 401 && status < 500;
    const isWide = who.startsWith('a colleague') && !parameters.includes('companyId');
    return (isWide ? notFoundOrForbidden : notFound).includes(status);
  }

  private async tenantTables(): Promise<readonly TenantTable[]> {
    this.tables ??= this.admin<TenantTable>(`
      select relname as name, exists (select from pg_attribute
          where attrelid = c.oid and attname = 'company_id' and not attisdropped) as "hasCompany"
      from pg_class c
      where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and not relispartition
        and exists (select from pg_attribute
          where attrelid = c.oid and attname = 'organization_id' and not attisdropped)
      order by relname`);
    return this.tables;
  }

  /** A hash of every row of the furnished company. */
  private async contents(): Promise<string> {
    const { organizationId, companyId } = this.inside;
    const tables = (await this.tenantTables()).map(
      ({ name, hasCompany }) => `
      select '${name}' as name, md5(string_agg(t::text, '' order by t::text)) as hash
      from ${pg.escapeIdentifier(name)} t
      where organization_id = $1 and ${hasCompany ? 'company_id = $2' : '$2::uuid is not null'}`,
    );
    return JSON.stringify(await this.admin(tables.join(' union all '), [organizationId, companyId]));
  }

  private async seen(
    table: string,
    scope: { readonly organization: string; readonly company: string },
    hasCompany: boolean,
  ): Promise<number> {
    const others = hasCompany
      ? `organization_id = '${this.inside.organizationId}' and company_id = '${this.inside.companyId}'`
      : `organization_id = '${this.inside.organizationId}'`;
    const client = new pg.Client({ connectionString: this.started.database.appUrl });
    await client.connect();
    try {
      await client.query('begin read only');
      await client.query(
        `select set_config('app.organization_id', $1, true), set_config('app.company_id', $2, true)`,
        [...[scope.organization, scope.company]],
      );
      const { rows } = await client.query<{ count: string }>(
        `select count(*) from ${pg.escapeIdentifier(table)} where ${others}`,
      );
      return Number(rows[0]?.count);
    } finally {
      await client.end();
    }
  }

  private async admin<Row extends object>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return query<Row>(this.started.database.adminUrl, sql, values);
  }
}
