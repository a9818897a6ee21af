import { randomBytes } from 'node:crypto';
import type {
  AddPasskey,
  PasskeyCreation,
  PasskeyDto,
  PasskeyQuestion,
  PasskeyStep,
} from '@dhanman/contracts';
import { Clock, type Id, newId } from '@dhanman/kernel';
import { Database, NotFound } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { noOrganization, type Person, type PersonId } from '../people/person.js';
import {
  handleOf,
  isHandleOf,
  mostPasskeys,
  PasskeyKnown,
  PasskeyNotMade,
  PasskeyRefused,
  patienceMs,
  TooManyPasskeys,
} from './passkey.js';
import { PasskeyProofsService } from './passkey-proofs.service.js';

interface Stored {
  readonly id: Id;
  readonly personId: PersonId;
  readonly publicKey: Buffer;
  readonly counter: string;
}

interface Begun {
  readonly challenge: string;
  readonly isOpen: boolean;
}

interface Row {
  readonly id: Id;
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

/** ES256 and RS256 are what phones, laptops and keys make; Ed25519 is made by some keys. */
const algorithms = [-8, -7, -257];

/** Keys that live in a person's phone, laptop or pocket and never leave it; we know their public half. */
@Injectable()
export class PasskeysService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly proofs: PasskeyProofsService,
  ) {}

  async list(id: PersonId): Promise<PasskeyDto[]> {
    const rows = await this.db.query<Row>(
      `select id, name, created_at as "createdAt", last_used_at as "lastUsedAt" from passkey
       where person_id = $1 order by created_at, id`,
      [id],
    );
    return rows.map(toDto);
  }

  /** The question for a new passkey; the last one asked counts, for a few minutes. */
  async begin({ id, email, name }: Person): Promise<PasskeyCreation> {
    const challenge = newChallenge();
    await this.db.query(
      `insert into passkey_challenge (person_id, challenge, expires_at) values ($1, $2, $3)
       on conflict (person_id) do update set challenge = excluded.challenge, expires_at = excluded.expires_at`,
      [id, challenge, new Date(this.clock.now().getTime() + patienceMs)],
    );
    const present = await this.db.query<{ id: string; transports: string[] }>(
      'select credential as id, transports from passkey where person_id = $1',
      [id],
    );
    return {
      challenge,
      rp: { id: this.proofs.rpId, name: 'Dhanman' },
      user: { id: Buffer.from(handleOf(id)).toString('base64url'), name: email, displayName: name },
      pubKeyCredParams: algorithms.map((alg) => ({ alg, type: 'public-key' })),
      excludeCredentials: present.map((one) => ({ ...one, type: 'public-key' })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      attestation: 'none',
      timeout: patienceMs,
    };
  }

  async add(id: PersonId, answer: AddPasskey): Promise<PasskeyDto> {
    const challenge = await this.challengeOf(id);
    const key = await this.proofs.made(challenge, answer);
    return this.db.transaction(noOrganization, async (tx) => {
      await this.makeRoom(tx, id);
      const [row] = await tx.query<Row[]>(
        `insert into passkey (id, person_id, credential, public_key, counter, transports, name, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (credential) do nothing
         returning id, name, created_at as "createdAt", last_used_at as "lastUsedAt"`,
        [
          ...[newId(), id, key.id, Buffer.from(key.publicKey), key.counter],
          ...[JSON.stringify(answer.transports), answer.name.trim(), this.clock.now()],
        ],
      );
      if (!row) throw new PasskeyKnown();
      return toDto(row);
    });
  }

  async rename(personId: PersonId, id: Id, name: string): Promise<PasskeyDto> {
    return this.db.transaction(noOrganization, async (tx) => {
      const [[row]] = await tx.query<[Row[], number]>(
        `update passkey set name = $3 where person_id = $1 and id = $2
         returning id, name, created_at as "createdAt", last_used_at as "lastUsedAt"`,
        [personId, id, name.trim()],
      );
      if (!row) throw new NotFound('passkey');
      return toDto(row);
    });
  }

  async remove(personId: PersonId, id: Id): Promise<void> {
    await this.db.transaction(noOrganization, async (tx) => {
      const [, removed] = await tx.query<[object[], number]>(
        'delete from passkey where person_id = $1 and id = $2',
        [personId, id],
      );
      if (removed === 0) throw new NotFound('passkey');
    });
  }

  question(): PasskeyQuestion {
    const [rpId, challenge] = [this.proofs.rpId, newChallenge()];
    return { challenge, rpId, userVerification: 'required', timeout: patienceMs };
  }

  /** Whose passkey answered. The row is locked: of two answers with the same count one is a copy's. */
  async prove(challenge: string, answer: PasskeyStep): Promise<PersonId> {
    return this.db.transaction(noOrganization, async (tx) => {
      const [key] = await tx.query<Stored[]>(
        `select passkey.id, person_id as "personId", public_key as "publicKey", counter from passkey
         join person on person.id = person_id and person.status = 'active'
         where credential = $1 for update of passkey`,
        [answer.credential],
      );
      if (!key) throw new PasskeyRefused();
      const { userHandle } = answer;
      if (userHandle !== undefined && !isHandleOf(key.personId, userHandle)) throw new PasskeyRefused();
      const known = {
        id: answer.credential,
        publicKey: Uint8Array.from(key.publicKey),
        counter: Number(key.counter),
      };
      const counter = await this.proofs.used(challenge, known, answer);
      await tx.query('update passkey set counter = $2, last_used_at = $3 where id = $1', [
        ...[key.id, counter, this.clock.now()],
      ]);
      return key.personId;
    });
  }

  /** A challenge is answered once, rightly or wrongly. */
  private async challengeOf(id: PersonId): Promise<string> {
    const [[begun]] = await this.db.transaction(noOrganization, (tx) =>
      tx.query<[Begun[], number]>(
        `delete from passkey_challenge where person_id = $1 returning challenge, expires_at > $2 as "isOpen"`,
        [id, this.clock.now()],
      ),
    );
    if (begun?.isOpen !== true) throw new PasskeyNotMade();
    return begun.challenge;
  }

  /** The person is locked, so that of two who add the last one waits. */
  private async makeRoom(tx: EntityManager, id: PersonId): Promise<void> {
    await tx.query('select from person where id = $1 for update', [id]);
    const [row] = await tx.query<{ count: number }[]>(
      'select count(*)::integer as count from passkey where person_id = $1',
      [id],
    );
    if ((row?.count ?? 0) >= mostPasskeys) throw new TooManyPasskeys();
  }
}

function newChallenge(): string {
  return randomBytes(32).toString('base64url');
}

function toDto({ id, name, createdAt, lastUsedAt }: Row): PasskeyDto {
  const [created, used] = [createdAt.toISOString(), lastUsedAt?.toISOString() ?? null];
  return { id, name, createdAt: created, lastUsedAt: used };
}
