import { builtInRoles, decide, type Grant, isBuiltInRole, type RoleGrant } from '@dhanman/contracts';
import type { Actor } from '@dhanman/platform';
import type { EntityManager } from 'typeorm';

type Approval = 'dhanman.common.journal.approve' | 'dhanman.common.budget.approve';

interface Standing {
  readonly isAllowed: boolean;
  readonly others: readonly (readonly RoleGrant[])[] | null;
  readonly roles: Readonly<Record<string, readonly string[]>> | null;
}

/**
 * Whether somebody may approve what they wrote: the company allows it, and no other person may approve such things in it, whatever
 * their limit. A program is no second pair of eyes, as whoever holds its key may be the author.
 */
export async function ownApproval(
  tx: EntityManager,
  actor: Actor,
  permission: Approval,
  { writtenBy }: { readonly writtenBy: readonly string[] },
): Promise<boolean> {
  if (!writtenBy.includes(actor.userId) || !actor.may(permission)) return false;
  const values = [actor.organizationId, actor.company, actor.userId];
  const [standing] = await tx.query<Standing[]>(standingOf, values);
  if (standing?.isAllowed !== true) return false;
  const { others, roles } = standing;
  const isApprover = (grants: readonly RoleGrant[]): boolean =>
    decide(grants.map(grantIn(roles ?? {})), { permission, companyId: actor.company }).isAllowed;
  return !(others ?? []).some(isApprover);
}

function grantIn(roles: Readonly<Record<string, readonly string[]>>) {
  return ({ role, companyId }: RoleGrant): Grant => ({
    patterns: isBuiltInRole(role) ? builtInRoles[role].patterns : (roles[role] ?? []),
    companyId,
  });
}

const standingOf = `
  select author_may_approve as "isAllowed",
    (select jsonb_agg(grants) from membership join person on person.id = person_id
     where membership.organization_id = $1 and is_active and person_id::text <> $3) as others,
    (select jsonb_object_agg(id, patterns) from role where organization_id = $1 and is_active) as roles
  from company where organization_id = $1 and id = $2`;
