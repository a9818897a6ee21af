import type { SessionDto } from '@dhanman/contracts';
import { Database, NotFound } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { noOrganization, type PersonId } from '../people/person.js';
import { endPersonalTokens } from '../personal-tokens/end-personal-tokens.service.js';
import { EndedSessionsService } from './ended-sessions.service.js';

interface SessionRow {
  readonly id: string;
  readonly userAgent: string;
  readonly network: string;
  readonly signedInAt: Date;
  readonly lastUsedAt: Date;
}

/** Where a person is signed in. Ending a session takes its refresh tokens along, and its access tokens are called back. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly db: Database,
    private readonly ended: EndedSessionsService,
  ) {}

  async list(id: PersonId, current: string | undefined): Promise<SessionDto[]> {
    const rows = await this.db.query<SessionRow>(
      `select uid as id, user_agent as "userAgent", network, signed_in_at as "signedInAt",
         last_used_at as "lastUsedAt"
       from sign_in_session session
       where person_id = $1 and exists (select from oidc_record record
         where record.model = 'Session' and record.uid = session.uid and record.expires_at > now())
       order by last_used_at desc, uid limit 200`,
      [id],
    );
    return rows.map((row) => toDto(row, current));
  }

  async end(id: PersonId, uid: string): Promise<void> {
    await this.db.transaction(noOrganization, async (tx) => {
      const [, ended] = await tx.query<[object[], number]>(
        `delete from oidc_record where account_id = $1 and coalesce(uid, session_uid) = $2`,
        [id, uid],
      );
      if (ended === 0) throw new NotFound('session');
      await this.ended.end(tx, [uid]);
    });
  }

  /**
   * After a password was changed or somebody was deactivated; `except` is the session that asked for it, and needs the
   * grants of the person to go on. Personal tokens end as well: who suspects a thief does not know what he made.
   */
  async endAll(tx: EntityManager, id: PersonId, except?: string): Promise<void> {
    const [rows] = await tx.query<[{ uid: string | null }[], number]>(
      `delete from oidc_record where account_id = $1 and coalesce(uid, session_uid) is distinct from $2
         and (model <> 'Grant' or $2::text is null)
       returning case model when 'Session' then uid else session_uid end as uid`,
      [id, except ?? null],
    );
    const tokens = await endPersonalTokens(tx, { personId: id });
    await this.ended.end(tx, [...sessionsOf(rows), ...tokens]);
  }

  /** Called at sign-in and whenever tokens are renewed; only what helps a person to recognise a device is kept. */
  async used(session: Pick<SessionRow, 'id' | 'userAgent' | 'network'>, personId: PersonId): Promise<void> {
    await this.db.query(
      `insert into sign_in_session (uid, person_id, user_agent, network) values ($1, $2, $3, $4)
       on conflict (uid) do update
         set person_id = excluded.person_id, user_agent = excluded.user_agent, network = excluded.network,
           last_used_at = now()`,
      [session.id, personId, session.userAgent.slice(0, 300), session.network],
    );
  }
}

/** Grants and sign-ins that are under way belong to no session yet. */
export function sessionsOf(rows: readonly { readonly uid: string | null }[]): readonly string[] {
  return rows.flatMap(({ uid }) => uid ?? []);
}

function toDto({ id, userAgent, network, signedInAt, lastUsedAt }: SessionRow, current?: string): SessionDto {
  return {
    ...{ id, isCurrent: id === current, userAgent, network },
    signedInAt: signedInAt.toISOString(),
    lastUsedAt: lastUsedAt.toISOString(),
  };
}
