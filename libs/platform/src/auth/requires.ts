import type { Permission } from '@dhanman/contracts';
import { SetMetadata } from '@nestjs/common';

export type Access = { readonly permission: Permission } | 'public';

export const accessKey = 'dhanman:access';

/** Who calls the route must hold this permission in the company the route names. */
export const Requires = (permission: Permission) => SetMetadata(accessKey, { permission } satisfies Access);

/** Anybody may call the route, without a token. */
export const Public = () => SetMetadata(accessKey, 'public' satisfies Access);
