import type { Language, PasswordChange } from '@dhanman/contracts';
import { isId } from '@dhanman/kernel';
import { type Caller, Database, NotFound } from '@dhanman/platform';
import { Injectable } from '@nestjs/common';
import { PeopleService } from '../people/people.service.js';
import { noOrganization, type Person, type PersonId } from '../people/person.js';
import { CredentialsService } from './credentials.service.js';
import { LockoutsService } from './lockouts.service.js';
import { SecondFactorsService } from './second-factors.service.js';

/**
 * Password and second factor of whoever is signed in. What would let somebody at an unlocked screen take the account
 * over asks for the password once more, and attempts at it are counted like those at the door.
 */
@Injectable()
export class AccountService {
  constructor(
    private readonly db: Database,
    private readonly people: PeopleService,
    private readonly credentials: CredentialsService,
    private readonly secondFactors: SecondFactorsService,
    private readonly lockouts: LockoutsService,
  ) {}

  /** A program, or a subject of another issuer, has no account here. */
  personOf({ userId }: Caller): PersonId {
    if (!isId(userId)) throw new NotFound('person');
    return userId as PersonId;
  }

  async rename(caller: Caller, name: string): Promise<void> {
    const id = this.personOf(caller);
    await this.db.transaction(noOrganization, (tx) => this.people.rename(tx, id, name));
  }

  async speak(caller: Caller, language: Language): Promise<void> {
    const id = this.personOf(caller);
    await this.db.transaction(noOrganization, (tx) => this.people.speak(tx, id, language));
  }

  async changePassword(caller: Caller, { currentPassword, password }: PasswordChange): Promise<void> {
    const id = this.personOf(caller);
    await this.prove(id, currentPassword);
    await this.credentials.changePassword(id, password, caller.sessionId);
  }

  secondFactor(caller: Caller): Promise<{ isOn: boolean; recoveryCodesLeft: number }> {
    return this.secondFactors.stateOf(this.personOf(caller));
  }

  async enrol(caller: Caller, currentPassword: string): Promise<{ secret: string; uri: string }> {
    return this.secondFactors.enrol(await this.proven(caller, currentPassword));
  }

  /** The person who is signed in, once they have shown that they know their password. */
  async proven(caller: Caller, currentPassword: string): Promise<Person> {
    const id = this.personOf(caller);
    await this.prove(id, currentPassword);
    return this.db.read(noOrganization, (tx) => this.people.profile(tx, id));
  }

  async confirm(caller: Caller, code: string): Promise<string[]> {
    const id = this.personOf(caller);
    await this.lockouts.attempt(confirming(id), { countsForNetwork: false });
    const codes = await this.secondFactors.confirm(id, code);
    await this.lockouts.forgive(confirming(id));
    return [...codes];
  }

  async remove(caller: Caller, currentPassword: string): Promise<void> {
    const id = this.personOf(caller);
    await this.prove(id, currentPassword);
    await this.secondFactors.remove(id);
  }

  private async prove(id: PersonId, password: string): Promise<void> {
    const door = { account: `own password ${id}`, network: 'any' };
    await this.credentials.prove(id, password, () =>
      this.lockouts.attempt(door, { countsForNetwork: false }),
    );
    await this.lockouts.forgive(door);
  }
}

function confirming(id: PersonId): { account: string; network: string } {
  return { account: `confirming ${id}`, network: 'any' };
}
