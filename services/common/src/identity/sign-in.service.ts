import { DomainError } from '@dhanman/kernel';
import { Database } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import type { PersonId, PersonStatus } from '../people/person.js';
import { LockoutsService } from './lockouts.service.js';
import { PasswordsService } from './passwords.service.js';
import { SecondFactorsService } from './second-factors.service.js';

export class SignInRefused extends DomainError {
  constructor() {
    super('unauthenticated', 'sign-in-refused', 'The e-mail address or the password is not right.');
  }
}

export class AddressNotVerified extends DomainError {
  constructor() {
    super('forbidden', 'address-not-verified', 'Please open the link in the mail we sent you first.');
  }
}

interface Candidate {
  readonly id: PersonId;
  readonly status: PersonStatus;
  readonly hash: string | null;
}

/** Where somebody stands: `look` finds the sign-in they are in, when it is their turn. */
interface Doorstep<Found> {
  readonly network: string;
  readonly look: () => Promise<Found>;
}

export interface FirstFactor<Found> {
  readonly interaction: Found;
  readonly personId: PersonId;
  readonly needsSecondFactor: boolean;
}

/**
 * Who is at the door. An address that nobody has takes the same steps, the same time and ends with the same words as a
 * wrong password; attempts are counted before their outcome is known.
 */
@Injectable()
export class SignInService {
  constructor(
    private readonly db: Database,
    private readonly passwords: PasswordsService,
    private readonly lockouts: LockoutsService,
    private readonly secondFactors: SecondFactorsService,
  ) {}

  /** Nothing is looked up before it is somebody's turn: a crowd that is told to come again costs one answer each. */
  async password<Found>(
    email: string,
    password: string,
    { network, look }: Doorstep<Found>,
  ): Promise<FirstFactor<Found>> {
    const door = { account: email, network };
    const seen: { interaction?: Found; candidate?: Candidate | undefined } = {};
    const isRight = await this.passwords.matches(password, async () => {
      seen.interaction = await look();
      await this.lockouts.attempt(door);
      seen.candidate = await this.find(email);
      return seen.candidate?.hash ?? undefined;
    });
    const { candidate, interaction } = seen;
    if (!isRight || !candidate || candidate.status === 'deactivated') throw new SignInRefused();
    if (candidate.status !== 'active') throw new AddressNotVerified();
    await this.lockouts.forgive(door);
    const { isOn } = await this.secondFactors.stateOf(candidate.id);
    return { interaction: interaction as Found, personId: candidate.id, needsSecondFactor: isOn };
  }

  /** Guesses count per person, from wherever they come: whoever makes them knows the password already. */
  async secondFactor(personId: PersonId, code: string): Promise<'otp' | 'recovery'> {
    const door = { account: `second factor ${personId}`, network: 'any' };
    await this.lockouts.attempt(door, { countsForNetwork: false });
    const kind = await this.secondFactors.use(personId, code);
    await this.lockouts.forgive(door);
    return kind;
  }

  private async find(email: string): Promise<Candidate | undefined> {
    const [found] = await this.db.query<Candidate>(
      `select id, status, hash from person left join person_password on person_id = id
       where lower(email) = lower($1)`,
      [email.trim()],
    );
    return found;
  }
}
