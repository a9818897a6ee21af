import { type CreatePersonalToken, TellOfPersonalToken } from '@dhanman/contracts';
import { Clock, type Id, newId } from '@dhanman/kernel';
import { publish } from '@dhanman/messaging';
import { type Actor, add, change, Database } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newSecret } from '../api-keys/api-key-secrets.service.js';
import { EndedSessionsService } from '../identity/ended-sessions.service.js';
import { endPersonalTokens } from './end-personal-tokens.service.js';
import { mostTokens, PersonalToken, type PersonalTokenId, TooManyPersonalTokens } from './personal-token.js';
import { PersonalTokenTable } from './personal-token.table.js';

export interface IssuedToken {
  readonly id: PersonalTokenId;
  readonly secret: string;
}

type Details = Omit<CreatePersonalToken, 'currentPassword'>;

/** What a person makes for programs of their own: a token acts as them, in the organization it was made in. */
@Injectable()
export class PersonalTokensService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ended: EndedSessionsService,
  ) {}

  async make(actor: Actor, personId: Id, { name, validDays, readsOnly }: Details): Promise<IssuedToken> {
    const { organizationId } = actor;
    const { text, hash, ending } = newSecret();
    const fields = { organizationId, id: newId<'PersonalToken'>(), personId, name, readsOnly };
    const token = PersonalToken.create(
      { ...fields, secretHash: hash, ending },
      { from: this.clock.now(), validDays },
    );
    await this.db.transaction(actor, async (tx) => {
      await this.makeRoom(tx, token);
      await add(tx, PersonalTokenTable, token);
      const [organization] = await tx.query<{ name: string }[]>(
        'select name from organization where organization_id = $1',
        [organizationId],
      );
      const told = { personId, organization: organization?.name ?? '', token: token.name };
      await publish(tx, TellOfPersonalToken, told);
    });
    return { id: token.id, secret: text };
  }

  /** The tokens it has got are called back in every service. */
  async revoke(actor: Actor, personId: Id, id: PersonalTokenId): Promise<void> {
    const { organizationId } = actor;
    await this.db.transaction(actor, async (tx) => {
      await change(tx, PersonalTokenTable, { organizationId, id, personId }, (token) =>
        token.revoked(this.clock.now()),
      );
      await this.ended.end(tx, await endPersonalTokens(tx, { personId, id }));
    });
  }

  /** For the door of programs: nothing, when it has ended, or when its person may not work there any more. */
  async find(id: string): Promise<PersonalToken | undefined> {
    const [home] = await this.db.query<{ organizationId: Id }>(
      `select organization as "organizationId" from personal_token_home
       join person on person.id = person_id and person.status = 'active'
       where personal_token_home.id::text = $1 and ended_at is null`,
      [id],
    );
    if (!home) return undefined;
    const key = { ...home, id: id as PersonalTokenId };
    return this.db.read(home, async (tx) => {
      const token = await tx.findOneBy(PersonalTokenTable, key);
      if (!token || token.expiresAt <= this.clock.now()) return undefined;
      const sql = 'select from membership where organization_id = $1 and person_id = $2 and is_active';
      const isMember = (await tx.query<object[]>(sql, [token.organizationId, token.personId])).length > 0;
      return isMember ? token : undefined;
    });
  }

  async used(id: string): Promise<void> {
    await this.db.query('update personal_token_home set last_used_at = $2 where id::text = $1', [
      ...[id, this.clock.now()],
    ]);
  }

  /** The person is locked, so that of two who make the last one waits. */
  private async makeRoom(tx: EntityManager, { personId, organizationId }: PersonalToken): Promise<void> {
    await tx.query('select from person where id = $1 for update', [personId]);
    const [row] = await tx.query<{ count: number }[]>(
      `select count(*)::integer as count from personal_token join personal_token_home using (id)
       where organization_id = $1 and personal_token.person_id = $2 and ended_at is null and expires_at > $3`,
      [organizationId, personId, this.clock.now()],
    );
    if ((row?.count ?? 0) >= mostTokens) throw new TooManyPersonalTokens();
  }
}
