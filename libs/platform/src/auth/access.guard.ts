import { isId, DomainError } from '@dhanman/kernel';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { correlation } from '../correlation.js';
import { NotFound } from '../database/errors.js';
import type { Actor, RequestWithActor } from './actor.js';
import { type Access, accessKey } from './requires.js';
import { Tokens, Unauthenticated } from './tokens.js';

export class PermissionMissing extends DomainError {
  constructor(permission: string) {
    super('forbidden', 'permission-missing', 'You are not allowed to do this.', { details: { permission } });
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
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<Access | undefined>(accessKey, context.getHandler());
    if (access === 'public') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest & RequestWithActor>();
    const actor = inCompany(await this.tokens.actorOf(bearer(request)), request);
    remember(actor);
    // A route without a marker cannot exist, the boot check sees to it; if it did, nobody would be let in.
    const permission = access?.permission;
    if (permission === undefined || !actor.may(permission)) throw new PermissionMissing(permission ?? 'none');
    request.actor = actor;
    return true;
  }
}

/** A company the caller does not belong to does not exist for them: 404, so that ids cannot be tried out. */
function inCompany(actor: Actor, request: FastifyRequest): Actor {
  const { companyId } = request.params as { companyId?: string };
  if (companyId === undefined) return actor;
  if (!isId(companyId) || !actor.companyIds.has(companyId)) {
    remember(actor);
    throw new NotFound('company');
  }
  return actor.in(companyId);
}

function bearer(request: FastifyRequest): string {
  const [, token] = /^Bearer ([A-Za-z0-9._~+/-]{1,8000}=*)$/i.exec(request.headers.authorization ?? '') ?? [];
  if (token === undefined) throw new Unauthenticated();
  return token;
}

function remember(actor: Actor): void {
  const current = correlation.current();
  if (!current) return;
  current.organizationId = actor.organizationId;
  current.actorId = actor.userId;
}
