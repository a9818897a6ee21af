import { DomainError } from '@dhanman/kernel';

export class AccountClassUnknown extends DomainError {
  constructor(code: string) {
    const what = `${code} cannot be its number: the first digit says the class, from 1 (assets) to 5 (expenses).`;
    super('invalid', 'account-class-unknown', what, { field: 'code' });
  }
}

export class AccountCodeTaken extends DomainError {
  constructor() {
    super('conflict', 'account-code-taken', 'Another account has this number.', { field: 'code' });
  }
}

export class AccountRoleTaken extends DomainError {
  constructor() {
    const what = 'Another account has this role: take it away there first.';
    super('conflict', 'account-role-taken', what, { field: 'role' });
  }
}

export class AccountHasHistory extends DomainError {
  constructor(code: string) {
    const what =
      `Lines are posted on ${code}: its number, its parties and whether it takes lines stay as they are. ` +
      'Open another account and take this one out of use.';
    super('conflict', 'account-has-history', what);
  }
}

export class AccountHasRole extends DomainError {
  constructor(code: string, role: string) {
    const what = `Documents post to ${code} as "${role}": give the role to another account first.`;
    super('conflict', 'account-has-role', what, { field: 'isActive' });
  }
}

export class AccountHasBalance extends DomainError {
  constructor(code: string) {
    const what = `${code} still has a balance: transfer it before the account goes out of use.`;
    super('conflict', 'account-has-balance', what, { field: 'isActive' });
  }
}

export class AccountHasChildren extends DomainError {
  constructor(code: string) {
    const what = `There are accounts below ${code}: it can neither take lines nor go out of use.`;
    super('conflict', 'account-has-children', what);
  }
}

export class ParentPostable extends DomainError {
  constructor(code: string) {
    const what = `${code} takes lines itself; an account stands below one that sums.`;
    super('conflict', 'parent-postable', what, { field: 'parentId' });
  }
}

export class ParentWrong extends DomainError {
  constructor(code: string, parent: string) {
    const what = `${code} cannot stand below ${parent}: it must be of the same class, and not below ${code} itself.`;
    super('conflict', 'parent-wrong', what, { field: 'parentId' });
  }
}

export class AccountInClosedYear extends DomainError {
  constructor(code: string) {
    const what = `Closed years have lines on ${code}: moving it would change their statements.`;
    super('conflict', 'account-in-closed-year', what, { field: 'parentId' });
  }
}

export class RoleMissing extends DomainError {
  constructor(role: string) {
    const what = `No account of the chart has the role "${role}": give it to one first.`;
    super('conflict', 'account-role-missing', what);
  }
}
