import type { Permission } from '@dhanman/contracts';
import type { Id } from '@dhanman/kernel';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Scope } from '../database/scope.js';

/** Who acts, for which organization, and in the company the route names. Every use case takes it first. */
export class Actor implements Scope {
  constructor(
    readonly userId: string,
    readonly organizationId: Id,
    readonly companyIds: ReadonlySet<string>,
    private readonly permissions: ReadonlySet<string>,
    readonly companyId?: Id,
  ) {}

  may(permission: Permission): boolean {
    return this.permissions.has(permission);
  }

  /** The same person, working in one of their companies. */
  in(companyId: Id): Actor {
    return new Actor(this.userId, this.organizationId, this.companyIds, this.permissions, companyId);
  }

  /** The company of the route. Asking for it under a route without one is a mistake of ours. */
  get company(): Id {
    if (this.companyId === undefined) throw new TypeError('This route names no company.');
    return this.companyId;
  }

  /** Key of a row of this company: a row of another one is not found by construction. */
  key<Of extends Id>(id: Of): { readonly organizationId: Id; readonly companyId: Id; readonly id: Of } {
    return { organizationId: this.organizationId, companyId: this.company, id };
  }
}

/** A request to which the access guard has attached whoever sent it. */
export interface RequestWithActor {
  actor?: Actor;
}

export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<RequestWithActor>();
  if (!actor) throw new TypeError('A public route has no actor.');
  return actor;
});
