import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { type Id, newId } from '@dhanman/kernel';
import { Database, NotFound } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { AdapterPayload } from 'oidc-provider';

/** The web app: public, because a browser keeps no secret; what protects its codes is PKCE. */
export const webApp = 'web';

export interface NewClient {
  readonly id: string;
  /** Shown once; only its hash is stored. */
  readonly secret: string;
}

/** Programs of an organization that sign in as themselves, with a secret instead of a person. */
@Injectable()
export class ClientsService {
  constructor(private readonly db: Database) {}

  async register(organizationId: Id, name: string): Promise<NewClient> {
    const client = { id: newId<'Client'>(), secret: randomBytes(32).toString('base64url') };
    await this.db.query(
      'insert into oidc_client (id, organization, name, secret_hash) values ($1, $2, $3, $4)',
      [...[client.id, organizationId, name, hashOf(client.secret)]],
    );
    return client;
  }

  async end(organizationId: Id, id: string): Promise<void> {
    const ended = await this.db.query<object>(
      `with ended as (update oidc_client set ended_at = now()
         where id = $2 and organization = $1 and ended_at is null returning id) select id from ended`,
      [organizationId, id],
    );
    if (ended.length === 0) throw new NotFound('client');
  }

  /** As the issuer wants to know it; the hash stands where it keeps the secret. */
  async find(id: string): Promise<AdapterPayload | undefined> {
    const [row] = await this.db.query<{ organization: string; name: string; hash: string }>(
      'select organization, name, secret_hash as hash from oidc_client where id = $1 and ended_at is null',
      [id],
    );
    if (!row) return undefined;
    return {
      ...{ client_id: id, client_name: row.name, client_secret: row.hash, organization: row.organization },
      grant_types: ['client_credentials'],
      response_types: [],
      redirect_uris: [],
    };
  }
}

/** Compares in constant time. The secret is random, so that a plain hash of it cannot be guessed backwards. */
export function isSecretOf(hash: string, secret: string): boolean {
  const [one, other] = [Buffer.from(hash), Buffer.from(hashOf(secret))];
  return one.length === other.length && timingSafeEqual(one, other);
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
