import { planNamed } from '@dhanman/contracts';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isIPv6 } from 'node:net';
import type { RequestWithActor } from '../auth/actor.js';
import { type Access, accessKey } from '../auth/requires.js';
import { HealthController } from '../health/health.controller.js';
import { networkOf } from '../http/browser.js';
import { type RateLimiter, windowMs } from './rate-limiter.js';
import type { RateLimits } from './rate-limits.js';
import { type LimitName, TooManyRequests } from './too-many-requests.js';

interface Counted {
  readonly limit: LimitName;
  readonly of: string;
  readonly perMinute: number;
}

/** Before the door: whoever tries tokens or passwords is counted too. nginx counts once more in front of us. */
@Injectable()
export class AddressLimitGuard implements CanActivate {
  constructor(
    private readonly limiter: RateLimiter,
    private readonly limits: RateLimits,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    // Asked by machines every few seconds, and needed most when everything else is too much.
    if (context.getClass() === HealthController) return true;
    const { ip, method } = context.switchToHttp().getRequest<FastifyRequest>();
    const of = isIPv6(ip) ? networkOf(ip) : ip;
    await enforce(this.limiter, context, { limit: 'address', of, perMinute: this.limits.address });
    const access = this.reflector.get<Access | undefined>(accessKey, context.getHandler());
    if (access === 'public' && method !== 'GET')
      await enforce(this.limiter, context, { limit: 'door', of, perMinute: this.limits.door });
    return true;
  }
}

/** Behind the door. Who has used up their own share takes nothing more from what their organization has. */
@Injectable()
export class CallerLimitGuard implements CanActivate {
  constructor(
    private readonly limiter: RateLimiter,
    private readonly limits: RateLimits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { caller, actor } = context.switchToHttp().getRequest<RequestWithActor>();
    if (!caller) return true;
    await enforce(this.limiter, context, {
      ...{ limit: 'caller', of: caller.actedBy ?? caller.userId, perMinute: this.limits.caller },
    });
    if (!actor) return true;
    const perMinute = this.perMinuteOf(actor.plan);
    await enforce(this.limiter, context, { limit: 'organization', of: actor.organizationId, perMinute });
    return true;
  }

  private perMinuteOf(plan: string | undefined): number {
    const { organization } = this.limits;
    return organization === 'plan' ? planNamed(plan ?? '').requestsPerMinute : organization;
  }
}

/** Counts the request, tells the caller what is left in the form of the IETF's draft, and refuses what is too much. */
async function enforce(
  limiter: RateLimiter,
  context: ExecutionContext,
  { limit, of, perMinute }: Counted,
): Promise<void> {
  const taken = limiter.take({ name: `${limit}:${of}`, limit: perMinute });
  const verdict = taken instanceof Promise ? await taken : taken;
  if (!verdict) return;
  const { isAllowed, remaining, waitSeconds } = verdict;
  const reply = context.switchToHttp().getResponse<FastifyReply>();
  appendTo(reply, 'ratelimit-policy', `"${limit}";q=${perMinute};w=${windowMs / 1_000}`);
  appendTo(reply, 'ratelimit', `"${limit}";r=${remaining};t=${waitSeconds}`);
  if (!isAllowed) throw new TooManyRequests(limit, waitSeconds);
}

function appendTo(reply: FastifyReply, name: string, value: string): void {
  const present = reply.getHeader(name);
  void reply.header(name, typeof present === 'string' ? `${present}, ${value}` : value);
}
