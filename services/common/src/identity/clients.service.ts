import { Clock } from '@dhanman/kernel';
import { Injectable } from '@nestjs/common';
import type { AdapterPayload, Client } from 'oidc-provider';
import type { ApiKey } from '../api-keys/api-key.js';
import { isOneOf } from '../api-keys/api-key-secrets.service.js';
import { ApiKeysService } from '../api-keys/api-keys.service.js';
import type { PersonalToken } from '../personal-tokens/personal-token.js';
import { PersonalTokensService } from '../personal-tokens/personal-tokens.service.js';

/** The web app: public, because a browser keeps no secret; what protects its codes is PKCE. */
export const webApp = 'web';

/** What the issuer knows of a program beside what the protocol names. */
export const ownMetadata = ['organization', 'ends_at', 'person', 'reads_only'] as const;

/** Programs of an organization, which sign in as themselves with an API key, or as a person with a token of theirs. */
@Injectable()
export class ClientsService {
  constructor(
    private readonly keys: ApiKeysService,
    private readonly tokens: PersonalTokensService,
    private readonly clock: Clock,
  ) {}

  /** As the issuer wants to know it; hashes stand where it keeps the secret. */
  async find(id: string): Promise<AdapterPayload | undefined> {
    const key = await this.keys.find(id);
    if (key) {
      const hashes = key.hashesAt(this.clock.now());
      return hashes.length === 0 ? undefined : clientOf(key, hashes);
    }
    const token = await this.tokens.find(id);
    if (!token) return undefined;
    const { personId: person, readsOnly } = token;
    return { ...clientOf(token, [token.secretHash]), person, reads_only: readsOnly };
  }

  /** For the token it is about to get, which is how the use of a key is noticed. */
  async claimsOf(client: Client | undefined): Promise<Readonly<Record<string, unknown>>> {
    if (!client) return {};
    if (client['person'] !== undefined) return this.claimsOfToken(client);
    await this.keys.used(client.clientId);
    return { org: client['organization'] as string };
  }

  /** The person is who acts; as a session of theirs, so that it ends everywhere as sessions do. */
  private async claimsOfToken(client: Client): Promise<Readonly<Record<string, unknown>>> {
    const { clientId: id } = client;
    await this.tokens.used(id);
    const place = { sub: client['person'], exp: client['ends_at'] };
    return { sid: id, org: client['organization'], pat: { id, reads_only: client['reads_only'] }, place };
  }

  /** A token of a program ends with its key at the latest. */
  secondsLeft(client: Client, most: number): number {
    const endsAt = client['ends_at'];
    if (typeof endsAt !== 'number') return most;
    return Math.max(1, Math.min(most, endsAt - Math.floor(this.clock.now().getTime() / 1000)));
  }
}

function clientOf(
  { id, name, organizationId, expiresAt }: ApiKey | PersonalToken,
  hashes: readonly string[],
): AdapterPayload {
  return {
    ...{ client_id: id, client_name: name, client_secret: hashes.join(' ') },
    ...{ organization: organizationId, ends_at: Math.floor(expiresAt.getTime() / 1000) },
    grant_types: ['client_credentials'],
    response_types: [],
    redirect_uris: [],
  };
}

/** Takes the place of the library's comparison, which would want the secret itself. */
export function isSecretOf(hashes: string, secret: string): boolean {
  return isOneOf(hashes.split(' '), secret);
}
