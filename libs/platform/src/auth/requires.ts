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

/** Anybody may call the route, without a token. */
export const Public = () => SetMetadata(accessKey, 'public' satisfies Access);
