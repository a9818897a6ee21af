import { isId, DomainError } from '@dhanman/kernel';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { correlation } from '../correlation.js';
import { NotFound } from '../database/errors.js';
import { Actor, type Caller, type RequestWithActor, type Standing } from './actor.js';
import type { EndedSessions } from './ended-sessions.js';
import { Memberships } from './memberships.js';
import { type Access, accessKey, standInKey, type StandInRule } from './requires.js';
import type { Sessions } from './sessions.js';
import { Tokens, Unauthenticated } from './tokens.js';

export class PermissionMissing extends DomainError {
  constructor(permission: string) {
    super('forbidden', 'permission-missing', 'You are not allowed to do this.', { details: { permission } });
  }
}

export class NotAMember extends DomainError {
  constructor() {
    super('forbidden', 'not-a-member', 'You are not a member of this organization.');
  }
}

export class OrganizationSuspended extends DomainError {
  constructor() {
    const what = 'This organization is suspended: its records are kept, but cannot be used at the moment.';
    super('forbidden', 'organization-suspended', what);
  }
}

export class OrganizationClosed extends DomainError {
  constructor() {
    super('forbidden', 'organization-closed', 'This organization is closed.');
  }
}

export class NotWhileActing extends DomainError {
  constructor() {
    const what = 'This is not possible while you act as somebody else. Stop acting for them first.';
    super('forbidden', 'not-while-acting', what);
  }
}

export class NotWithToken extends DomainError {
  constructor() {
    const what = 'This is not possible with a personal token. Sign in to the app and do it there.';
    super('forbidden', 'not-with-token', what);
  }
}

export class TokenReadsOnly extends DomainError {
  constructor() {
    const what =
      'This personal token reads only. Use another one, or an API key, for what changes something.';
    super('forbidden', 'token-reads-only', what);
  }
}

/**
 * The one door. It runs after routing, as a guard and not as middleware: middleware sees the path as it was written and
 * has been passed by writing it differently; a guard belongs to the handler that is about to run.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: Tokens,
    private readonly memberships: Memberships,
    private readonly sessions: Sessions,
    private readonly ended: EndedSessions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<Access | undefined>(accessKey, context.getHandler());
    if (access === 'public') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest & RequestWithActor>();
    const caller = await this.tokens.callerOf(this.tokenIn(request, access));
    if (this.ended.include(caller)) throw new Unauthenticated();
    remember(caller);
    request.caller = caller;
    if (caller.token) this.letToken(caller.token, request.method, context);
    if (caller.actedBy !== undefined) await this.letStandIn(caller, caller.actedBy, context);
    if (access === 'signed-in') return true;
    const actor = inCompany(await this.actorOf(caller, request), request);
    // A route without a marker cannot exist, the boot check sees to it; if it did, nobody would be let in.
    if (access === undefined || !isLetIn(actor, access)) throw new PermissionMissing(nameOf(access));
    request.actor = actor;
    return true;
  }

  private async actorOf(caller: Caller, request: FastifyRequest): Promise<Actor> {
    const { userId, organizationId, trusted } = caller;
    if (organizationId === undefined) throw new NotAMember();
    const standing = trusted ?? (await this.memberships.standingOf(organizationId, userId));
    if (!standing) throw companyOf(request) === undefined ? new NotAMember() : new NotFound('company');
    closedDoor(standing);
    // Whom another issuer names acts as the member they are linked to, and is named so in the trail.
    const personId = standing.personId ?? userId;
    remember({ ...caller, userId: personId });
    return new Actor(personId, organizationId, standing);
  }

  /**
   * Whoever acts as another must be allowed to at this moment, by this service's own copy: taking the right away ends
   * what was begun with it. They are refused as without a token, so that the app asks for one of their own.
   */
  private async letStandIn(
    { organizationId }: Caller,
    actedBy: string,
    context: ExecutionContext,
  ): Promise<void> {
    if (this.isForThemselves(context)) throw new NotWhileActing();
    // Only our own issuer knows who acts as whom.
    if (organizationId === undefined || !isId(actedBy)) throw new Unauthenticated();
    const standing = await this.memberships.standingOf(organizationId, actedBy);
    if (!standing || !new Actor(actedBy, organizationId, standing).may(actAs)) throw new Unauthenticated();
  }

  /** What nobody may do in another's place needs the person at the app, too: a token may be in other hands. */
  private letToken(
    { readsOnly }: NonNullable<Caller['token']>,
    method: string,
    context: ExecutionContext,
  ): void {
    if (this.isForThemselves(context)) throw new NotWithToken();
    if (readsOnly && method !== 'GET' && method !== 'HEAD') throw new TokenReadsOnly();
  }

  private isForThemselves(context: ExecutionContext): boolean {
    const handler = context.getHandler();
    const access = this.reflector.get<Access | undefined>(accessKey, handler);
    const usual: StandInRule = access === 'signed-in' ? 'refused' : 'allowed';
    return (this.reflector.get<StandInRule | undefined>(standInKey, handler) ?? usual) === 'refused';
  }

  private tokenIn(request: FastifyRequest, access: Access | undefined): string {
    const bySession = typeof access === 'object' && access.session === true;
    const isBearer = request.headers.authorization !== undefined;
    return (bySession && !isBearer ? this.sessions.tokenIn(request) : undefined) ?? bearer(request);
  }
}

const actAs = 'dhanman.common.membership.act-as';

function closedDoor({ state }: Standing): void {
  if (state === 'suspended') throw new OrganizationSuspended();
  if (state === 'closed') throw new OrganizationClosed();
}

type Guarded = Exclude<Access, 'public' | 'signed-in'>;

function isLetIn(actor: Actor, access: Guarded): boolean {
  if (access === 'member') return true;
  return access.anywhere === true ? actor.mayAnywhere(access.permission) : actor.may(access.permission);
}

function nameOf(access: Guarded | undefined): string {
  return typeof access === 'object' ? access.permission : 'none';
}

/** A company the caller does not belong to does not exist for them: 404, so that ids cannot be tried out. */
function inCompany(actor: Actor, request: FastifyRequest): Actor {
  const companyId = companyOf(request);
  if (companyId === undefined) return actor;
  if (!isId(companyId) || !actor.companyIds.has(companyId)) throw new NotFound('company');
  return actor.in(companyId);
}

function companyOf(request: FastifyRequest): string | undefined {
  return (request.params as { companyId?: string }).companyId;
}

function bearer(request: FastifyRequest): string {
  const [, token] = /^Bearer ([A-Za-z0-9._~+/-]{1,8000}=*)$/i.exec(request.headers.authorization ?? '') ?? [];
  if (token === undefined) throw new Unauthenticated();
  return token;
}

function remember({ organizationId, userId, actedBy, token }: Caller): void {
  const current = correlation.current();
  if (!current) return;
  if (organizationId !== undefined) current.organizationId = organizationId;
  current.actorId = actedBy ?? userId;
  if (actedBy !== undefined) current.actingFor = userId;
  if (token) current.byToken = token.id;
}
