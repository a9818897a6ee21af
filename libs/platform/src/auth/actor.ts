import { type AccessDecision, decide, type Grant, type Permission } from '@dhanman/contracts';
import type { Id } from '@dhanman/kernel';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Scope } from '../database/scope.js';
import type { Attempt } from '../idempotency/attempt.js';
import {
  attemptOf,
  idempotencyKey,
  type IdempotencyRule,
  type RepeatableRequest,
} from '../idempotency/idempotency.js';

/** What somebody may do in one organization. */
export interface Standing {
  /** Which member this is; missing where an issuer answers for permissions itself. */
  readonly personId?: string | undefined;
  readonly grants: readonly Grant[];
  /** The companies in which they hold any role. */
  readonly companyIds: ReadonlySet<string>;
  /** Of the organization: active, suspended or closed. */
  readonly state: string;
  readonly plan?: string | undefined;
}

/** Who sent a request, as far as the token says: what they may do is known by the service itself. */
export interface Caller {
  readonly userId: string;
  /** Who really sent it, where somebody acts as another (RFC 8693, `act`). */
  readonly actedBy?: string | undefined;
  /** Missing for somebody who is a member of no organization. */
  readonly organizationId: Id | undefined;
  /** Missing for a program, which has no session. */
  readonly sessionId: string | undefined;
  /** The personal token it was exchanged for, where there is one. */
  readonly token?: { readonly id: Id; readonly readsOnly: boolean } | undefined;
  /** When the token was made; those of an ended session are refused up to a moment. */
  readonly issuedAt: Date;
  /** From when on the token is good for nothing. */
  readonly expiresAt: Date;
  /** Only of an issuer that is trusted with permissions too. */
  readonly trusted?: Standing | undefined;
}

/** Who acts, for which organization, and in the company the route names. Every use case takes it first. */
export class Actor implements Scope {
  constructor(
    readonly userId: string,
    readonly organizationId: Id,
    private readonly standing: Standing,
    readonly companyId?: Id,
    readonly attempt?: Attempt,
  ) {}

  get companyIds(): ReadonlySet<string> {
    return this.standing.companyIds;
  }

  /** The plan of the organization, where this service knows it. */
  get plan(): string | undefined {
    return this.standing.plan;
  }

  /** In the company of the route, or over the whole organization where the route names none. */
  may(permission: Permission): boolean {
    return this.decide(permission).isAllowed;
  }

  /** The same with the reason of a no; with an amount, decimal text, also whether it is within the actor's limit. */
  decide(permission: Permission, amount?: string): AccessDecision {
    return decide(this.standing.grants, { permission, companyId: this.companyId, amount });
  }

  /** In one company at least, whichever that is. */
  mayAnywhere(permission: Permission): boolean {
    const places = [undefined, ...this.companyIds];
    return places.some((companyId) => decide(this.standing.grants, { permission, companyId }).isAllowed);
  }

  /** The same person, working in one of their companies, or without one for the whole organization. */
  in(companyId: Id | undefined): Actor {
    return new Actor(this.userId, this.organizationId, this.standing, companyId, this.attempt);
  }

  /** The same person with a request that may be sent again: their transactions take effect once. */
  trying(attempt: Attempt): Actor {
    return new Actor(this.userId, this.organizationId, this.standing, this.companyId, attempt);
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
  caller?: Caller;
}

/** Exported for the check of routes: a POST that takes no actor cannot know who sends it again. */
export function currentActor(_: unknown, context: ExecutionContext): Actor {
  const request = context.switchToHttp().getRequest<RequestWithActor & RepeatableRequest>();
  const { actor } = request;
  if (!actor) throw new TypeError('A public route has no actor.');
  const rule = Reflect.getMetadata(idempotencyKey, context.getHandler()) as IdempotencyRule | undefined;
  const attempt = attemptOf(request, actor.userId, rule);
  return attempt ? actor.trying(attempt) : actor;
}

export const CurrentActor = createParamDecorator(currentActor);

/** Who calls a route that is about their own account. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<RequestWithActor>();
  if (!caller) throw new TypeError('A public route has no caller.');
  return caller;
});
