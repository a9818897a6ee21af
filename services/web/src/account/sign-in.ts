import { common, NoAnswer, RequestRefused } from '@dhanman/client';
import { openApi } from '../api/api.js';
import { authorize, follow, redeem, type Arrival, type Attempt, type Tokens } from '../session/issuer.js';

/** What the person is asked next, or the tokens when nothing more is. */
export type NextStep =
  { readonly step: 'second-factor' } | { readonly step: 'done'; readonly tokens: Tokens };

interface Begun {
  readonly attempt: Attempt;
  readonly uid: string;
}

/** A sign-in from the first word to the tokens; one that grew too old while somebody searched for their password begins anew. */
export class SignIn {
  private begun: Begun | undefined;

  async password(email: string, password: string): Promise<NextStep> {
    try {
      return await this.tryPassword(email, password);
    } catch (error) {
      if (!isExpired(error)) throw error;
      this.begun = undefined;
      return this.tryPassword(email, password);
    }
  }

  /** The browser's part is loaded only now: most people type a password. */
  async passkey(): Promise<NextStep> {
    const { answerWithPasskey } = await import('../security/passkey-browser.js');
    const { attempt, uid } = await this.begin();
    const question = await openApi(common.signInsAskForPasskey, { path: { uid } });
    const answer = await answerWithPasskey(question.body);
    const { body } = await openApi(common.signInsPasskey, { path: { uid }, body: answer });
    return this.after(body, attempt);
  }

  async secondFactor(code: string): Promise<NextStep> {
    const { attempt, uid } = await this.begin();
    const { body } = await openApi(common.signInsSecondFactor, { path: { uid }, body: { code } });
    return this.after(body, attempt);
  }

  private async tryPassword(email: string, password: string): Promise<NextStep> {
    const { attempt, uid } = await this.begin();
    const { body } = await openApi(common.signInsPassword, { path: { uid }, body: { email, password } });
    return this.after(body, attempt);
  }

  /** Asks for a sign-in even where somebody is signed in: whoever types a password means to use it. */
  private async begin(): Promise<Begun> {
    if (this.begun) return this.begun;
    const { attempt, arrival } = await authorize('login');
    if (arrival.at !== 'sign-in') throw new NoAnswer('The issuer does not ask who signs in.');
    this.begun = { attempt, uid: arrival.uid };
    return this.begun;
  }

  private async after({ step, continueAt }: common.SignInStep, attempt: Attempt): Promise<NextStep> {
    if (step !== 'done') return { step: 'second-factor' };
    this.begun = undefined;
    const arrival = await follow(pathOf(continueAt ?? ''), attempt);
    return { step: 'done', tokens: await redeem(codeIn(arrival), attempt) };
  }
}

export function isExpired(error: unknown): boolean {
  return error instanceof RequestRefused && error.problem.code === 'sign-in-expired';
}

/** Only ever on our own origin, whatever the answer says. */
function pathOf(address: string): string {
  const { pathname, search } = new URL(address, location.origin);
  return pathname + search;
}

function codeIn(arrival: Arrival): string {
  if (arrival.at !== 'app') throw new NoAnswer('The issuer gave no code.');
  return arrival.code;
}
