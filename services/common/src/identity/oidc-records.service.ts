import { createHash } from 'node:crypto';
import { isId } from '@dhanman/kernel';
import { Database } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import { type Adapter, type AdapterPayload, errors } from 'oidc-provider';
import { noOrganization } from '../people/person.js';
import { EndedSessionsService } from './ended-sessions.service.js';
import { sessionsOf } from './sessions.service.js';

interface Stored {
  readonly payload: AdapterPayload;
  readonly consumedAt: Date | null;
}

/**
 * Sessions, grants, codes and refresh tokens of the issuer. The id of most of them is the secret itself, so that only
 * its hash is stored: a copy of this table opens nothing.
 */
@Injectable()
export class OidcRecordsService {
  constructor(
    private readonly db: Database,
    private readonly ended: EndedSessionsService,
  ) {}

  /** What the issuer asks for each of its models. */
  readonly adapter = (model: string): Adapter => ({
    upsert: (id, payload, expiresIn) => this.store({ model, id, payload, expiresIn }),
    find: (id) => this.find(model, id),
    findByUid: (uid) => this.findByUid(model, uid),
    findByUserCode: () => Promise.resolve(undefined),
    destroy: (id) => this.destroy(model, id),
    consume: (id) => this.consume(model, id),
    revokeByGrantId: (grantId) => this.revoke(model, grantId),
  });

  /** What has ended is of no use to anybody. Called from time to time by every process; twice does no harm. */
  async sweep(): Promise<void> {
    await this.db.query('delete from oidc_record where expires_at < now()');
    await this.db.query(
      `delete from sign_in_session session where last_used_at < now() - interval '1 hour'
         and not exists (select from oidc_record where model = 'Session' and uid = session.uid)`,
    );
    await this.db.query(`delete from mail_link where expires_at < now() - interval '7 days'`);
    await this.db.query(`delete from sign_in_attempts where counted_at < now() - interval '1 day'`);
  }

  /** A request that was under way while its session ended must not bring the session back. */
  private async store(record: {
    readonly model: string;
    readonly id: string;
    readonly payload: AdapterPayload;
    readonly expiresIn: number | undefined;
  }): Promise<void> {
    const { model, id, payload, expiresIn } = record;
    await this.db.query(
      `insert into oidc_record (model, key, payload, account_id, grant_id, uid, session_uid, expires_at)
       select $1, $2, $3, $4, $5, $6, $7, now() + make_interval(secs => $8)
       where not exists (select from ended_session where sid = coalesce($6, $7) and before > now())
       on conflict (model, key) do update set payload = excluded.payload, account_id = excluded.account_id,
         grant_id = excluded.grant_id, uid = excluded.uid, session_uid = excluded.session_uid,
         expires_at = excluded.expires_at`,
      [
        ...[model, keyOf(id), withoutSecrets(payload), accountOf(payload), payload.grantId ?? null],
        ...[payload.uid ?? null, payload.sessionUid ?? null, expiresIn ?? null],
      ],
    );
  }

  private async find(model: string, id: string): Promise<AdapterPayload | undefined> {
    const found = await this.one('model = $1 and key = $2', [model, keyOf(id)]);
    return found && { ...found, jti: id };
  }

  private async findByUid(model: string, uid: string): Promise<AdapterPayload | undefined> {
    return this.one('model = $1 and uid = $2', [model, uid]);
  }

  private async one(where: string, values: readonly unknown[]): Promise<AdapterPayload | undefined> {
    const [row] = await this.db.query<Stored>(
      `select payload, consumed_at as "consumedAt" from oidc_record where ${where} and coalesce(expires_at > now(), true)`,
      values,
    );
    if (!row) return undefined;
    const consumed = row.consumedAt && { consumed: Math.floor(row.consumedAt.getTime() / 1000) };
    return { ...row.payload, ...consumed };
  }

  private async destroy(model: string, id: string): Promise<void> {
    await this.db.query('delete from oidc_record where model = $1 and key = $2', [model, keyOf(id)]);
  }

  /** Of two requests with the same code or refresh token at the same moment one is a thief: the whole family ends. */
  private async consume(model: string, id: string): Promise<void> {
    const [row] = await this.db.query<{ isFirst: boolean; grantId: string | null }>(
      `with consumed as (
         update oidc_record set consumed_at = now()
         where model = $1 and key = $2 and consumed_at is null returning key)
       select exists (select from consumed) as "isFirst", grant_id as "grantId" from oidc_record
       where model = $1 and key = $2`,
      [model, keyOf(id)],
    );
    if (row?.isFirst) return;
    if (row?.grantId) await this.endFamily(row.grantId);
    throw new errors.InvalidGrant('grant request is invalid');
  }

  private async revoke(model: string, grantId: string): Promise<void> {
    await this.takeBack('model = $1 and grant_id = $2', [model, grantId]);
  }

  /** With the grant gone, a token that the other request is about to store is worth nothing either. */
  private async endFamily(grantId: string): Promise<void> {
    await this.takeBack(`grant_id = $1 or (model = 'Grant' and key = $2)`, [grantId, keyOf(grantId)]);
  }

  /** The access tokens that came with it are called back too. */
  private async takeBack(where: string, values: readonly string[]): Promise<void> {
    await this.db.transaction(noOrganization, async (tx) => {
      const [rows] = await tx.query<[{ uid: string | null }[], number]>(
        `delete from oidc_record where ${where} returning session_uid as uid`,
        [...values],
      );
      await this.ended.recall(tx, sessionsOf(rows));
    });
  }
}

function keyOf(id: string): string {
  return createHash('sha256').update(id).digest('base64url');
}

function withoutSecrets({ jti: _jti, ...payload }: AdapterPayload): object {
  if (!isRecord(payload['session'])) return payload;
  return { ...payload, session: { ...payload['session'], cookie: undefined } };
}

/** Whose it is, also of a sign-in that has come only half way. */
function accountOf(payload: AdapterPayload): string | null {
  const result = isRecord(payload['result']) ? payload['result'] : {};
  const begun = [result['login'], result['firstFactor']].find(isRecord)?.['accountId'];
  const account = begun ?? payload.accountId;
  return typeof account === 'string' && isId(account) ? account : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
