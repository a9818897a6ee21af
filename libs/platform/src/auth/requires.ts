import type { Permission } from '@dhanman/contracts';
import { SetMetadata } from '@nestjs/common';

interface Required {
  readonly permission: Permission;
  /** On a route without a company: enough to hold it in one company, because the answer shows only what is theirs. */
  readonly anywhere?: boolean;
  /** A browser opens it as a page: the cookie of a session stands for the token. */
  readonly session?: boolean;
}

export type Access = Required | 'member' | 'signed-in' | 'public';

export const accessKey = 'dhanman:access';

/** Who calls the route must hold this permission in the company the route names, or else over the organization. */
export const Requires = (permission: Permission, options: Omit<Required, 'permission'> = {}) =>
  SetMetadata(accessKey, { permission, ...options } satisfies Access);

/** Every member of the organization may call the route: it is about the caller alone. */
export const MembersOnly = () => SetMetadata(accessKey, 'member' satisfies Access);

/** Whoever is signed in may call the route, in whatever organization or none: it is about the caller's own account. */
export const SignedIn = () => SetMetadata(accessKey, 'signed-in' satisfies Access);

export type StandInRule = 'allowed' | 'refused';

export const standInKey = 'dhanman:stand-ins';

/**
 * Whether the route answers somebody who acts as another. The usual is yes, with the rights of that other; about the
 * caller's own account it is no. Refuse it where the effect would outlast the acting (rights, keys, invitations), and
 * where two people have to agree, who would be one. What is refused to them is refused to personal tokens as well.
 */
export const StandIns = (rule: StandInRule) => SetMetadata(standInKey, rule);

/** Anybody may call the route, without a token. */
export const Public = () => SetMetadata(accessKey, 'public' satisfies Access);
