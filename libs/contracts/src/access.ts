import type { Permission } from './permissions.js';

/** What one role lets its holder do, and where: in one company, or without a company in all of the organization. */
export interface Grant {
  readonly patterns: readonly string[];
  readonly companyId?: string | undefined;
  /** Decimal text in the currency of the company; what is worth more needs somebody else. */
  readonly amountLimit?: string | undefined;
}

export interface AccessQuestion {
  readonly permission: Permission;
  /** The company it happens in; without one it concerns the whole organization. */
  readonly companyId?: string | undefined;
  readonly amount?: string | undefined;
}

export type AccessDecision =
  | { readonly isAllowed: true }
  | { readonly isAllowed: false; readonly because: 'permission-missing' }
  | { readonly isAllowed: false; readonly because: 'amount-above-limit'; readonly limit: string };

/**
 * The one place that decides who may do what. A right in one company is none in another, and none over the organization;
 * the most generous of several roles counts.
 */
export function decide(grants: readonly Grant[], question: AccessQuestion): AccessDecision {
  const { permission, companyId, amount } = question;
  const held = grants.filter(
    (grant) =>
      (grant.companyId === undefined || grant.companyId === companyId) && permits(grant.patterns, permission),
  );
  if (held.length === 0) return { isAllowed: false, because: 'permission-missing' };
  const limits = held.flatMap(({ amountLimit }) => (amountLimit === undefined ? [] : [amountLimit]));
  const [first = '0', ...others] = limits;
  if (amount === undefined || limits.length < held.length) return { isAllowed: true };
  const limit = others.reduce((most, other) => (units(other) > units(most) ? other : most), first);
  return units(amount) <= units(limit)
    ? { isAllowed: true }
    : { isAllowed: false, because: 'amount-above-limit', limit };
}

/**
 * Whether a role permits it. A pattern spells a permission, `*` stands for one part or, at the end, for all that follow;
 * a pattern that begins with `!` takes away what another one gives.
 */
export function permits(patterns: readonly string[], permission: string): boolean {
  const answers = answered.get(patterns) ?? new Map<string, boolean>();
  const known = answers.get(permission);
  if (known !== undefined) return known;
  const answer = given(patterns, permission);
  answers.set(permission, answer);
  answered.set(patterns, answers);
  return answer;
}

/** Every request asks, of the same few lists. A list is never changed: a role that changes gets another. */
const answered = new WeakMap<readonly string[], Map<string, boolean>>();

function given(patterns: readonly string[], permission: string): boolean {
  const isGiven = patterns.some((pattern) => !pattern.startsWith('!') && matches(pattern, permission));
  return (
    isGiven && !patterns.some((pattern) => pattern.startsWith('!') && matches(pattern.slice(1), permission))
  );
}

function matches(pattern: string, permission: string): boolean {
  const wanted = pattern.split('.');
  const parts = permission.split('.');
  const isOpen = wanted.at(-1) === '*' && wanted.length <= parts.length;
  if (!isOpen && wanted.length !== parts.length) return false;
  return wanted.every((part, index) => part === '*' || part === parts[index]);
}

const decimals = 4;

/** An amount as a whole number of its smallest part, so that no comparison goes through floating point. */
function units(amount: string): bigint {
  const [whole = '0', fraction = ''] = amount.split('.');
  return BigInt(whole + fraction.padEnd(decimals, '0').slice(0, decimals));
}
