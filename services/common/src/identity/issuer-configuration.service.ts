import { Injectable } from '@nestjs/common';
import {
  type Account,
  type Adapter,
  type ClientMetadata,
  type Configuration,
  interactionPolicy,
  type KoaContextWithOIDC,
} from 'oidc-provider';
import { CommonConfig } from '../config.js';
import { PeopleService } from '../people/people.service.js';
import type { PersonId } from '../people/person.js';
import { ClientsService, ownMetadata, webApp } from './clients.service.js';
import { OidcRecordsService } from './oidc-records.service.js';
import { SealService } from './seal.service.js';
import { signingAlgorithm, type SigningKeys } from './signing-keys.service.js';
import { inPlaceOf, TokenClaimsService } from './token-claims.service.js';
import { tokenLifetimes } from './token-lifetimes.js';

/** The interface that all services offer together: tokens are for it, and it has one scope. */
const api = { resource: 'urn:dhanman:api', scope: 'api' } as const;

/** Everything the issuer is told about us: who may ask, what tokens say, how long things live, where they are kept. */
@Injectable()
export class IssuerConfigurationService {
  constructor(
    private readonly config: CommonConfig,
    private readonly records: OidcRecordsService,
    private readonly clients: ClientsService,
    private readonly people: PeopleService,
    private readonly seal: SealService,
    private readonly claims: TokenClaimsService,
  ) {}

  with({ keys, currentKid }: SigningKeys): Configuration {
    return {
      adapter: (model) => this.adapter(model),
      jwks: { keys: keys.map(({ jwk }) => jwk) },
      clients: [this.webApp()],
      clientDefaults: { id_token_signed_response_alg: signingAlgorithm },
      clientAuthMethods: ['none', 'client_secret_basic', 'client_secret_post'],
      enabledJWA: { idTokenSigningAlgValues: [signingAlgorithm] },
      extraClientMetadata: { properties: [...ownMetadata] },
      responseTypes: ['code'],
      scopes: ['openid'],
      pkce: { required: () => true },
      rotateRefreshToken: true,
      expiresWithSession: () => true,
      issueRefreshToken: (_ctx, client) => client.grantTypeAllowed('refresh_token'),
      loadExistingGrant,
      findAccount: (_ctx, sub) => this.account(sub as PersonId),
      extraTokenClaims: (_ctx, token) => this.claims.of(token),
      formats: { customizers: { jwt: (_ctx, _token, jwt) => inPlaceOf(jwt) } },
      interactions: {
        policy: signInOnly(),
        url: (_ctx, { uid }) => new URL(`/sign-in/${uid}`, this.config.APP_URL).href,
      },
      cookies: this.cookies(),
      ttl: {
        ...tokenLifetimes,
        ClientCredentials: (_ctx, _token, client) =>
          this.clients.secondsLeft(client, tokenLifetimes.AccessToken),
      },
      features: this.features(currentKid),
      renderError: (ctx, { error }) => {
        // A person sees this only when their sign-in is too old: the app explains it and begins again.
        ctx.redirect(new URL(`/sign-in?problem=${encodeURIComponent(error)}`, this.config.APP_URL).href);
      },
    };
  }

  private features(currentKid: string): Configuration['features'] {
    return {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
      clientCredentials: { enabled: true },
      revocation: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => api.resource,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: api.scope,
          audience: this.config.AUTH_AUDIENCE,
          accessTokenTTL: tokenLifetimes.AccessToken,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: signingAlgorithm, kid: currentKid } },
        }),
      },
    };
  }

  private webApp(): ClientMetadata {
    return {
      client_id: webApp,
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      redirect_uris: [new URL('/signed-in', this.config.APP_URL).href],
    };
  }

  private cookies(): Configuration['cookies'] {
    const guarded = { httpOnly: true, sameSite: 'lax', signed: true } as const;
    return {
      names: { session: 'dhanman_session', interaction: 'dhanman_sign_in', resume: 'dhanman_resume' },
      keys: [this.seal.fingerprint('cookies', 'cookies')],
      long: { ...guarded, path: new URL(this.config.OIDC_ISSUER ?? '').pathname },
      // Read by the sign-in routes of the API, which lie outside the issuer.
      short: { ...guarded, path: '/' },
    };
  }

  private adapter(model: string): Adapter {
    const records = this.records.adapter(model);
    return model === 'Client' ? { ...records, find: (id) => this.clients.find(id) } : records;
  }

  /** Nobody gets a token, not even for a session they still have, once they are deactivated. */
  private async account(id: PersonId): Promise<Account | undefined> {
    return (await this.people.isActive(id)) ? { accountId: id, claims: () => ({ sub: id }) } : undefined;
  }
}

/** Who is to sign in, and who must again: a session may outlive the person's access. Nobody is asked for consent. */
function signInOnly() {
  const policy = interactionPolicy.base();
  policy.remove('consent');
  const isGone = ({ oidc }: KoaContextWithOIDC): boolean =>
    oidc.session?.accountId !== undefined && oidc.account === undefined;
  policy
    .get('login')
    ?.checks.add(new interactionPolicy.Check('account_gone', 'sign in again', 'login_required', isGone));
  return policy;
}

/** Our own app is not asked for consent; each session has a grant, and a stolen refresh token ends with it. */
async function loadExistingGrant({ oidc }: KoaContextWithOIDC) {
  const { client, session, account, provider } = oidc;
  if (!client || !session || !account) return undefined;
  const known = session.grantIdFor(client.clientId);
  const grant = known === undefined ? undefined : await provider.Grant.find(known);
  if (grant) return grant;
  const granted = new provider.Grant({ clientId: client.clientId, accountId: account.accountId });
  granted.addOIDCScope('openid');
  granted.addResourceScope(api.resource, api.scope);
  await granted.save();
  return granted;
}
