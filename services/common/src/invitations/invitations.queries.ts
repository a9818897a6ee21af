import type { InvitationDto, InvitationPage, ListMemberships } from '@dhanman/contracts';
import { Clock } from '@dhanman/kernel';
import { type Actor, Database, Keyset, type Sorts } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Invitation } from './invitation.js';

const sorts: Sorts<'email'> = { email: { sql: 'lower(email)', type: 'text' } };

type InvitationRow = Invitation & { readonly sortedBy: string };

@Injectable()
export class InvitationsQueries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async list({ organizationId }: Actor, query: ListMemberships): Promise<InvitationPage> {
    const keyset = new Keyset(sorts, 'email', query);
    const values: unknown[] = [];
    const place = (value: unknown): string => `$${values.push(value)}`;
    const sql = `
      select id, email, grants, state, expires_at as "expiresAt", version, ${keyset.select}
      from invitation where organization_id = ${place(organizationId)} and ${keyset.where(place)}
      ${keyset.orderAndLimit}`;
    const rows = (tx: EntityManager): Promise<InvitationRow[]> => tx.query<InvitationRow[]>(sql, values);
    const found = await this.db.read({ organizationId }, rows);
    return keyset.page(found, (row) => this.toDto(row));
  }

  toDto(row: Invitation): InvitationDto {
    const { id, email, grants, expiresAt, version } = row;
    const isExpired = row.state === 'open' && expiresAt <= this.clock.now();
    return {
      ...{ id, email, grants: [...grants], version },
      state: isExpired ? 'expired' : row.state,
      expiresAt: expiresAt.toISOString(),
    };
  }
}
