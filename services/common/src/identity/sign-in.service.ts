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

export interface FirstFactor {
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

  async password(email: string, password: string, network: string): Promise<FirstFactor> {
    const door = { account: email, network };
    let candidate: Candidate | undefined;
    const isRight = await this.passwords.matches(password, async () => {
      await this.lockouts.attempt(door);
      candidate = await this.find(email);
      return candidate?.hash ?? undefined;
    });
    if (!isRight || !candidate || candidate.status === 'deactivated') throw new SignInRefused();
    if (candidate.status !== 'active') throw new AddressNotVerified();
    await this.lockouts.forgive(door);
    const { isOn } = await this.secondFactors.stateOf(candidate.id);
    return { personId: candidate.id, needsSecondFactor: isOn };
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
