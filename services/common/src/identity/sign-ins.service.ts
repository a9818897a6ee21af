import type { PasskeyQuestion, PasskeyStep, PasswordStep, SignInStep } from '@dhanman/contracts';
import { DomainError } from '@dhanman/kernel';
import type { Browser } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import { CommonConfig } from '../config.js';
import type { PersonId } from '../people/person.js';
import { type Interaction, IssuerService, SignInExpired } from './issuer.service.js';
import { PasskeyRefused } from './passkey.js';
import { PasskeysService } from './passkeys.service.js';
import { SessionsService } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';

export class ForeignPage extends DomainError {
  constructor() {
    super('forbidden', 'foreign-page', 'Signing in is possible on our own page only.');
  }
}

interface FirstFactorPassed {
  readonly accountId: PersonId;
}

/** The steps between the issuer sending a browser to the sign-in page and the browser going back with the answer. */
@Injectable()
export class SignInsService {
  constructor(
    private readonly config: CommonConfig,
    private readonly issuer: IssuerService,
    private readonly signIn: SignInService,
    private readonly sessions: SessionsService,
    private readonly passkeys: PasskeysService,
  ) {}

  async step(uid: string, browser: Browser): Promise<SignInStep> {
    const interaction = await this.interactionOf(uid, browser);
    if (interaction.result?.login) return done(interaction);
    return { step: passed(interaction) ? 'second-factor' : 'password', continueAt: null };
  }

  async password(uid: string, browser: Browser, { email, password }: PasswordStep): Promise<SignInStep> {
    this.checkPage(browser);
    const { personId, needsSecondFactor, interaction } = await this.signIn.password(email, password, {
      network: browser.network,
      look: () => this.interactionOf(uid, browser),
    });
    if (!needsSecondFactor) return this.finish(interaction, personId, ['pwd']);
    await this.issuer.remember(interaction, { firstFactor: { accountId: personId } });
    return { step: 'second-factor', continueAt: null };
  }

  async secondFactor(uid: string, browser: Browser, code: string): Promise<SignInStep> {
    const interaction = await this.interactionOf(uid, browser);
    const first = passed(interaction);
    if (!first) throw new SignInExpired();
    const kind = await this.signIn.secondFactor(first.accountId, code);
    return this.finish(interaction, first.accountId, ['pwd', kind === 'otp' ? 'otp' : 'kba']);
  }

  async askForPasskey(uid: string, browser: Browser): Promise<PasskeyQuestion> {
    const interaction = await this.interactionOf(uid, browser);
    const question = this.passkeys.question();
    await this.issuer.remember(interaction, { passkeyChallenge: question.challenge });
    return question;
  }

  /** A key that has verified its owner is two factors in one. Its challenge is used up before the answer is looked at. */
  async passkey(uid: string, browser: Browser, answer: PasskeyStep): Promise<SignInStep> {
    const interaction = await this.interactionOf(uid, browser);
    const challenge = interaction.result?.['passkeyChallenge'];
    if (typeof challenge !== 'string') throw new PasskeyRefused();
    await this.issuer.remember(interaction, {});
    const personId = await this.passkeys.prove(challenge, answer);
    return this.finish(interaction, personId, ['pop', 'user', 'mfa']);
  }

  private async interactionOf(uid: string, browser: Browser): Promise<Interaction> {
    this.checkPage(browser);
    return this.issuer.interaction(uid, browser.cookies);
  }

  /** A page of another site cannot read our answers, but without this it could try passwords with its visitors' hands. */
  private checkPage({ origin }: Browser): void {
    if (origin !== undefined && origin !== new URL(this.config.APP_URL).origin) throw new ForeignPage();
  }

  private async finish(interaction: Interaction, accountId: PersonId, amr: string[]): Promise<SignInStep> {
    const { session } = interaction;
    // Somebody else was signed in here: their session ends instead of being taken over.
    if (session && session.accountId !== accountId) {
      await this.sessions.end(session.accountId as PersonId, session.uid);
      delete interaction.session;
    }
    await this.issuer.remember(interaction, { login: { accountId, amr } });
    return done(interaction);
  }
}

function passed({ result }: Interaction): FirstFactorPassed | undefined {
  return result?.['firstFactor'] as FirstFactorPassed | undefined;
}

function done({ returnTo }: Interaction): SignInStep {
  return { step: 'done', continueAt: returnTo };
}
