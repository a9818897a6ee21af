import type {
  InvitationDto,
  InvitationOffer,
  InvitationPage,
  Language,
  ListMemberships,
} from '@dhanman/contracts';
import { Clock } from '@dhanman/kernel';
import { type Actor, Database, Keyset, NotFound, type Sorts } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PeopleService } from '../people/people.service.js';
import type { Invitation } from './invitation.js';
import { InvitationLinksService } from './invitation-links.service.js';

const sorts: Sorts<'email'> = { email: { sql: 'lower(email)', type: 'text' } };

type InvitationRow = Invitation & { readonly sortedBy: string };

type Names = Pick<InvitationOffer, 'organization' | 'invitedBy'>;

const namesOf = `
  select organization.name as organization, person.name as "invitedBy"
  from organization left join person on person.id::text = $2 where organization_id = $1`;

const spoken = `
  select language from person where lower(email) = lower($1) or id::text = $2
  order by lower(email) = lower($1) desc limit 1`;

@Injectable()
export class InvitationsQueries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly links: InvitationLinksService,
    private readonly people: PeopleService,
  ) {}

  async list({ organizationId }: Actor, query: ListMemberships): Promise<InvitationPage> {
    const keyset = new Keyset(sorts, 'email', query);
    const values: unknown[] = [];
    const place = (value: unknown): string => `$${values.push(value)}`;
    const sql = `
      select id, email, grants, state, expires_at as "expiresAt", times_sent as "timesSent", version, ${keyset.select}
      from invitation where organization_id = ${place(organizationId)} and ${keyset.where(place)}
      ${keyset.orderAndLimit}`;
    const rows = (tx: EntityManager): Promise<InvitationRow[]> => tx.query<InvitationRow[]>(sql, values);
    const found = await this.db.read({ organizationId }, rows);
    return keyset.page(found, (row) => this.toDto(row));
  }

  /** To whoever holds the link: what they are asked, and as whom they can answer. */
  async offer(token: string): Promise<InvitationOffer> {
    const [invitation, person] = await this.db.read(this.links.scopeOf(token), async (tx) => {
      const found = await this.links.find(tx, token);
      return [found, await this.people.findByEmail(tx, found.email)] as const;
    });
    invitation.checkOpen(this.clock.now());
    const { email, expiresAt } = invitation;
    const hasAccount = person !== undefined && person.status !== 'invited';
    return { ...(await this.names(invitation)), email, hasAccount, expiresAt: expiresAt.toISOString() };
  }

  async names({ organizationId, invitedBy }: Invitation): Promise<Names> {
    const [names] = await this.db.read({ organizationId }, (tx) =>
      tx.query<Names[]>(namesOf, [organizationId, invitedBy]),
    );
    if (!names) throw new NotFound('organization');
    return names;
  }

  /** Of whoever is invited, when we know them; otherwise they are likely to speak as who invites them does. */
  async languageOf({ email, invitedBy }: Invitation): Promise<Language> {
    const [row] = await this.db.query<{ language: Language }>(spoken, [email, invitedBy]);
    return row?.language ?? 'en';
  }

  toDto(row: Invitation): InvitationDto {
    const { id, email, grants, expiresAt, timesSent, version } = row;
    const isExpired = row.state === 'open' && expiresAt <= this.clock.now();
    return {
      ...{ id, email, grants: [...grants], timesSent, version },
      state: isExpired ? 'expired' : row.state,
      expiresAt: expiresAt.toISOString(),
    };
  }
}
