import { IncomingMessage, type RequestListener, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { Clock, DomainError } from '@dhanman/kernel';
import { Logger, networkOf } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import { errors, type KoaContextWithOIDC, Provider } from 'oidc-provider';
import { CommonConfig } from '../config.js';
import type { PersonId } from '../people/person.js';
import { isSecretOf } from './clients.service.js';
import { IssuerConfigurationService } from './issuer-configuration.service.js';
import { SessionsService } from './sessions.service.js';
import { SigningKeysService } from './signing-keys.service.js';

export class SignInExpired extends DomainError {
  constructor() {
    super(
      'conflict',
      'sign-in-expired',
      'This sign-in is too old, or it began in another browser. Please start again.',
    );
  }
}

/** A sign-in under way, as the issuer keeps it. */
export type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;

interface Built {
  readonly provider: Provider;
  readonly listener: RequestListener;
  readonly kids: string;
  readonly checkedAt: number;
}

/** How old the view of the keys may be; a new key is announced a day before it signs, so that this is soon enough. */
const keysCheckedEveryMs = 60_000;

/**
 * The OpenID provider of a certified library, rebuilt whenever the keys have turned. It needs the database to know its
 * keys, so that it is built at the first request and not at the start.
 */
@Injectable()
export class IssuerService {
  private built: Built | undefined;
  private building: Promise<Built> | undefined;

  constructor(
    private readonly config: CommonConfig,
    private readonly configuration: IssuerConfigurationService,
    private readonly keys: SigningKeysService,
    private readonly sessions: SessionsService,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  async listener(): Promise<RequestListener> {
    return (await this.current()).listener;
  }

  /** The sign-in of this browser: whoever only knows its id, but has not the cookie, could be led into another's. */
  async interaction(uid: string, cookies: string | undefined): Promise<Interaction> {
    const { provider } = await this.current();
    const request = new IncomingMessage(new Socket());
    request.headers = { cookie: cookies ?? '' };
    const interaction = await provider
      .interactionDetails(request, new ServerResponse(request))
      .catch((error: unknown) => {
        if (error instanceof errors.OIDCProviderError) return undefined;
        throw error;
      });
    if (interaction?.uid !== uid) throw new SignInExpired();
    return interaction;
  }

  /** Stores how far the sign-in has come, until it is too old. */
  async remember(interaction: Interaction, result: Interaction['result']): Promise<void> {
    const seconds = interaction.exp - Math.floor(this.clock.now().getTime() / 1000);
    if (seconds <= 0) throw new SignInExpired();
    interaction.result = result;
    await interaction.persist();
  }

  private async current(): Promise<Built> {
    const now = this.clock.now().getTime();
    if (this.built && now - this.built.checkedAt < keysCheckedEveryMs) return this.built;
    this.building ??= this.build(now).finally(() => (this.building = undefined));
    // Keys of a minute ago are good enough while the database is away.
    return this.building.catch((error: unknown) => {
      if (this.built) return this.built;
      throw error;
    });
  }

  private async build(now: number): Promise<Built> {
    const keys = await this.keys.present();
    const kids = [keys.currentKid, ...keys.keys.map(({ kid }) => kid)].join();
    if (this.built?.kids === kids) {
      this.built = { ...this.built, checkedAt: now };
      return this.built;
    }
    const provider = this.provider(this.configuration.with(keys));
    this.built = { provider, listener: below(provider, this.config.OIDC_ISSUER ?? ''), kids, checkedAt: now };
    return this.built;
  }

  private provider(configuration: ConstructorParameters<typeof Provider>[1]): Provider {
    const provider = new Provider(this.config.OIDC_ISSUER ?? '', configuration);
    // Only the proxy of this machine reaches the listener, and it overwrites what clients claim.
    provider.proxy = true;
    Object.assign(provider.Client.prototype, {
      compareClientSecret(this: { clientSecret: string }, secret: string) {
        return isSecretOf(this.clientSecret, secret);
      },
    });
    provider.on('authorization.success', (ctx) => this.note(ctx, ctx.oidc.session?.uid));
    provider.on('grant.success', (ctx) => this.note(ctx, ctx.oidc.entities.RefreshToken?.sessionUid));
    provider.on('server_error', (_ctx, error) => this.logger.error('the issuer failed', { error }));
    return provider;
  }

  private note(ctx: KoaContextWithOIDC, id: string | undefined): void {
    const person = ctx.oidc.account?.accountId as PersonId | undefined;
    if (id === undefined || person === undefined) return;
    const session = { id, userAgent: ctx.get('user-agent'), network: networkOf(ctx.ip) };
    this.sessions
      .used(session, person)
      .catch((error: unknown) => this.logger.warn('a session could not be noted', { error }));
  }
}

/** The library wants paths from its own root; the issuer lives below one of the app's. */
function below(provider: Provider, issuer: string): RequestListener {
  const prefix = new URL(issuer).pathname.replace(/\/$/, '');
  const handle = provider.callback();
  return (request, response) => {
    const { url = '/' } = request;
    // From the difference of the two the library knows where it is mounted.
    const inside = url.startsWith(`${prefix}/`) ? url.slice(prefix.length) : '/';
    void handle(Object.assign(request, { originalUrl: url, url: inside }), response);
  };
}
