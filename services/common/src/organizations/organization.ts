import { type OrganizationState, type PlanName, planNamed } from '@dhanman/contracts';
import { DomainError, type Id } from '@dhanman/kernel';

export class OrganizationNotActive extends DomainError {
  constructor(state: OrganizationState) {
    super('conflict', 'organization-not-active', `The organization is ${state}.`);
  }
}

export class NameNotConfirmed extends DomainError {
  constructor() {
    const what = 'Please type the name of the organization exactly as it is: closing it is for good.';
    super('invalid', 'name-not-confirmed', what, { field: 'name' });
  }
}

/** What a plan counts. */
export type Counted = 'users' | 'companies';

export class PlanExhausted extends DomainError {
  constructor(counted: Counted, limit: number, plan: string) {
    const what = `The plan ${plan} has room for ${limit} ${counted}, and all are taken. Move to a larger plan to add more.`;
    super('conflict', 'plan-exhausted', what, { details: { counted, limit, plan } });
  }
}

interface OrganizationFields {
  readonly organizationId: Id;
  readonly id: Id;
  readonly name: string;
  readonly state: OrganizationState;
  readonly plan: string;
}

/** Who signed up with us: a group of companies with one list of people. It is its own tenant. */
export class Organization implements OrganizationFields {
  declare readonly organizationId: Id;
  declare readonly id: Id;
  declare readonly name: string;
  declare readonly state: OrganizationState;
  declare readonly plan: string;
  /** Counted and timed by the database. Other services know it as the revision. */
  declare readonly version: number;
  declare readonly createdAt: Date;
  declare readonly updatedAt: Date;

  private constructor(fields: OrganizationFields) {
    Object.assign(this, fields);
  }

  static create(id: Id, { name, plan = 'trial' }: { name: string; plan?: PlanName }): Organization {
    return new Organization({ organizationId: id, id, name: name.trim(), state: 'active', plan });
  }

  renamed(name: string): Organization {
    return this.with({ name: name.trim() });
  }

  movedTo(plan: PlanName): Organization {
    return this.with({ plan });
  }

  /** Nothing is lost; nobody gets in until it is resumed. */
  suspended(): Organization {
    if (this.state === 'closed') throw new OrganizationNotActive(this.state);
    return this.with({ state: 'suspended' });
  }

  resumed(): Organization {
    if (this.state === 'closed') throw new OrganizationNotActive(this.state);
    return this.with({ state: 'active' });
  }

  closed(confirmedName: string): Organization {
    if (confirmedName.trim() !== this.name) throw new NameNotConfirmed();
    return this.with({ state: 'closed' });
  }

  /** Whether one more fits into the plan beside those that are there. */
  checkRoom(counted: Counted, present: number): void {
    const limit = planNamed(this.plan)[counted];
    if (present >= limit) throw new PlanExhausted(counted, limit, this.plan);
  }

  private with(changed: Partial<OrganizationFields>): Organization {
    const next = { ...this, ...changed };
    const isSame = next.name === this.name && next.state === this.state && next.plan === this.plan;
    return isSame ? this : new Organization(next);
  }
}
