import { Clock } from '@dhanman/kernel';
import { Injectable } from '@nestjs/common';
import type { AdapterPayload, Client } from 'oidc-provider';
import { isOneOf } from '../api-keys/api-key-secrets.service.js';
import { ApiKeysService } from '../api-keys/api-keys.service.js';

/** The web app: public, because a browser keeps no secret; what protects its codes is PKCE. */
export const webApp = 'web';

/** What the issuer knows of a program beside what the protocol names. */
export const ownMetadata = ['organization', 'ends_at'] as const;

/** Programs of an organization, which sign in as themselves with an API key instead of a person. */
@Injectable()
export class ClientsService {
  constructor(
    private readonly keys: ApiKeysService,
    private readonly clock: Clock,
  ) {}

  /** As the issuer wants to know it; hashes stand where it keeps the secret. */
  async find(id: string): Promise<AdapterPayload | undefined> {
    const key = await this.keys.find(id);
    const hashes = key?.hashesAt(this.clock.now()) ?? [];
    if (!key || hashes.length === 0) return undefined;
    return {
      ...{ client_id: id, client_name: key.name, client_secret: hashes.join(' ') },
      ...{ organization: key.organizationId, ends_at: Math.floor(key.expiresAt.getTime() / 1000) },
      grant_types: ['client_credentials'],
      response_types: [],
      redirect_uris: [],
    };
  }

  /** For the token it is about to get, which is how the use of a key is noticed. */
  async claimsOf(client: Client | undefined): Promise<Readonly<Record<string, string>>> {
    if (!client) return {};
    await this.keys.used(client.clientId);
    return { org: client['organization'] as string };
  }

  /** A token of a program ends with its key at the latest. */
  secondsLeft(client: Client, most: number): number {
    const endsAt = client['ends_at'];
    if (typeof endsAt !== 'number') return most;
    return Math.max(1, Math.min(most, endsAt - Math.floor(this.clock.now().getTime() / 1000)));
  }
}

/** Takes the place of the library's comparison, which would want the secret itself. */
export function isSecretOf(hashes: string, secret: string): boolean {
  return isOneOf(hashes.split(' '), secret);
}
