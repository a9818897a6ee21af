import type { Language } from '@dhanman/contracts';
import { DomainError, type Id } from '@dhanman/kernel';

export type PersonId = Id<'Person'>;

/** Invited until the e-mail address is proven; deactivated people exist for the records and can do nothing. */
export type PersonStatus = 'invited' | 'active' | 'deactivated';

/**
 * People belong to no organization: one person may work for several. A transaction about people alone names this one,
 * which owns no row, so that it sees shared tables and nothing of any tenant.
 */
export const noOrganization = { organizationId: '00000000-0000-7000-8000-000000000000' as Id };

export class PersonDeactivated extends DomainError {
  constructor() {
    super('conflict', 'person-deactivated', 'This person is deactivated. Activate them first.');
  }
}

/** Said to the person themselves: where they own alone, and what can be done about it. */
export class OnlyOwner extends DomainError {
  constructor(organization: string) {
    const what = `You are the only owner of ${organization}: make somebody else an owner there, or close it, first.`;
    super('conflict', 'only-owner', what, { details: { organization } });
  }
}

export interface PersonDetails {
  readonly email: string;
  readonly name: string;
  /** Of the mails they get; English unless they chose. */
  readonly language?: Language | undefined;
}

/** Somebody who can sign in, in whatever organizations they work. */
export class Person implements PersonDetails {
  declare readonly id: PersonId;
  declare readonly email: string;
  declare readonly name: string;
  declare readonly language: Language;
  declare readonly status: PersonStatus;
  declare readonly emailVerifiedAt: Date | null;
  /** Counted and timed by the database. */
  declare readonly version: number;
  declare readonly createdAt: Date;
  declare readonly updatedAt: Date;

  private constructor(
    fields: Pick<Person, 'id' | 'email' | 'name' | 'language' | 'status' | 'emailVerifiedAt'>,
  ) {
    Object.assign(this, fields);
  }

  static invite(id: PersonId, { email, name, language = 'en' }: PersonDetails): Person {
    return new Person({
      ...{ id, email: email.trim(), name: name.trim(), language },
      ...{ status: 'invited', emailVerifiedAt: null },
    });
  }

  get isActive(): boolean {
    return this.status === 'active';
  }

  /** Whoever reads the mail of the address is the person. Proving it again changes nothing. */
  verified(at: Date): Person {
    if (this.status === 'deactivated') throw new PersonDeactivated();
    if (this.status === 'active') return this;
    return new Person({ ...this, status: 'active', emailVerifiedAt: at });
  }

  renamed(name: string): Person {
    return name.trim() === this.name ? this : new Person({ ...this, name: name.trim() });
  }

  speaking(language: Language): Person {
    return language === this.language ? this : new Person({ ...this, language });
  }

  deactivated(): Person {
    return this.status === 'deactivated' ? this : new Person({ ...this, status: 'deactivated' });
  }

  /** Back to where they were: proven addresses stay proven. */
  reactivated(): Person {
    if (this.status !== 'deactivated') return this;
    return new Person({ ...this, status: this.emailVerifiedAt === null ? 'invited' : 'active' });
  }
}
