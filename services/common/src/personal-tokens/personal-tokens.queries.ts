import type { PersonalTokenDto } from '@dhanman/contracts';
import type { Id } from '@dhanman/kernel';
import { type Actor, Database, NotFound } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { PersonalToken, PersonalTokenId } from './personal-token.js';

interface Row extends PersonalToken {
  readonly endedAt: Date | null;
  readonly lastUsedAt: Date | null;
}

const tokens = `
  select token.id, name, ending, reads_only as "readsOnly", created_at as "createdAt", expires_at as "expiresAt",
    ended_at as "endedAt", last_used_at as "lastUsedAt"
  from personal_token token join personal_token_home home on home.id = token.id
  where token.organization_id = $1 and token.person_id::text = $2`;

@Injectable()
export class PersonalTokensQueries {
  constructor(private readonly db: Database) {}

  async get(actor: Actor, id: PersonalTokenId): Promise<PersonalTokenDto> {
    const [row] = await this.rows(actor, `${tokens} and token.id = $3`, [id]);
    if (!row) throw new NotFound('personal-token');
    return toDto(row);
  }

  /** Of the person who asks, and of nobody else. */
  async list(actor: Actor): Promise<PersonalTokenDto[]> {
    return (await this.rows(actor, `${tokens} order by token.id desc limit 200`)).map(toDto);
  }

  private rows(actor: Actor, sql: string, more: readonly Id[] = []): Promise<Row[]> {
    return this.db.read(actor, (tx) => tx.query<Row[]>(sql, [actor.organizationId, actor.userId, ...more]));
  }
}

function toDto({ id, name, ending, readsOnly, ...row }: Row): PersonalTokenDto {
  return {
    ...{ id, name, ending, readsOnly },
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  };
}
