import type { Clock } from '@dhanman/kernel';
import type { OptionalRedis } from '../optional-redis.js';

/** What a request is counted under, such as one person, and how many of them a minute may have. */
export interface Bucket {
  readonly name: string;
  readonly limit: number;
}

export interface Verdict {
  readonly isAllowed: boolean;
  readonly remaining: number;
  /** Until the window ends or, for who is refused, until the next request is let through. */
  readonly waitSeconds: number;
}

/** What this process took of a window and may spend without asking. */
interface Lease {
  readonly window: number;
  left: number;
  /** What others could have had when we last asked. */
  beyond: number;
  /** After a refusal: when to ask again, and when the next request will be let through. */
  refusedUntil: number;
  freeAt: number;
  renewing: Promise<boolean> | undefined;
  waiting: number;
}

export const windowMs = 60_000;
const mostLeases = 10_000;
/** Who is refused does not ask Redis again with every request. */
const refusalMs = 1_000;

/**
 * Counts requests over all processes, in a sliding minute: the minute before counts with the share of it that is still
 * within sixty seconds. A process takes a hundredth of a limit at a time, so that a large one costs few questions and a
 * small one is kept to the request; what was taken counts as spent, so that no limit is exceeded. A limit protects us
 * and must not be what stops us: without Redis there is no verdict, and the request passes.
 */
export class RateLimiter {
  private readonly leases = new Map<string, Lease>();
  private isAway = false;

  constructor(
    private readonly redis: OptionalRedis,
    private readonly clock: Clock,
    private readonly tell: (isAway: boolean) => void,
  ) {}

  /** At once while some of what was taken before is left, which is nearly always. */
  take(bucket: Bucket): Verdict | Promise<Verdict | undefined> {
    const at = this.clock.now().getTime();
    const lease = this.leaseOf(bucket.name, Math.floor(at / windowMs));
    if (lease.left === 0 || lease.waiting > 0) return this.ask(lease, bucket, at);
    lease.left -= 1;
    return verdictOf(lease, true, at);
  }

  private async ask(lease: Lease, bucket: Bucket, at: number): Promise<Verdict | undefined> {
    const isAllowed = await this.spend(lease, bucket, at);
    return isAllowed === undefined ? undefined : verdictOf(lease, isAllowed, at);
  }

  private leaseOf(name: string, window: number): Lease {
    const known = this.leases.get(name);
    if (known?.window === window) return known;
    const lease = { window, ...fresh };
    this.leases.delete(name);
    this.leases.set(name, lease);
    if (this.leases.size > mostLeases) this.leases.delete(this.leases.keys().next().value ?? '');
    return lease;
  }

  /** Takes one, asking for more when none is left; who comes while that is asked waits along. Undefined: nobody knows. */
  private async spend(lease: Lease, bucket: Bucket, at: number): Promise<boolean | undefined> {
    lease.waiting += 1;
    try {
      while (lease.left === 0 && lease.refusedUntil <= at) {
        lease.renewing ??= this.renew(lease, bucket, at).finally(() => (lease.renewing = undefined));
        if (!(await lease.renewing)) return undefined;
      }
      const isAllowed = lease.left > 0;
      if (isAllowed) lease.left -= 1;
      return isAllowed;
    } finally {
      lease.waiting -= 1;
    }
  }

  private async renew(lease: Lease, { name, limit }: Bucket, at: number): Promise<boolean> {
    const keys = [`rate:${name}:${lease.window - 1}`, `rate:${name}:${lease.window}`] as const;
    const want = Math.max(lease.waiting, Math.floor(limit / 100));
    const numbers = [limit, want, at % windowMs, windowMs];
    const answer = await this.redis.ask((client) => client.eval(script, 2, ...keys, ...numbers));
    this.note(answer === undefined);
    if (answer === undefined) return false;
    const [granted, beyond, waitMs] = answer as readonly [number, number, number];
    lease.left += granted;
    lease.beyond = beyond;
    if (granted === 0) {
      lease.freeAt = at + waitMs;
      lease.refusedUntil = at + Math.min(waitMs, refusalMs);
    }
    return true;
  }

  private note(isAway: boolean): void {
    if (isAway !== this.isAway) this.tell(isAway);
    this.isAway = isAway;
  }
}

function verdictOf(lease: Lease, isAllowed: boolean, at: number): Verdict {
  const until = isAllowed ? (lease.window + 1) * windowMs : lease.freeAt;
  const waitSeconds = Math.max(1, Math.ceil((until - at) / 1_000));
  return { isAllowed, remaining: lease.left + lease.beyond, waitSeconds };
}

const fresh = { left: 0, beyond: 0, refusedUntil: 0, freeAt: 0, renewing: undefined, waiting: 0 } as const;

/** Takes as much as is wanted and left, and otherwise says how long it will take until one is left. */
const script = `
  local limit, want, elapsed, window = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
  local before = tonumber(redis.call('get', KEYS[1]) or '0')
  local used = tonumber(redis.call('get', KEYS[2]) or '0')
  local free = limit - used - math.floor(before * (1 - elapsed / window))
  if free > 0 then
    local granted = math.min(free, want)
    redis.call('incrby', KEYS[2], granted)
    redis.call('pexpire', KEYS[2], 2 * window)
    return { granted, free - granted, 0 }
  end
  local wait = window - elapsed
  if used < limit then wait = window * (1 - (limit - used) / before) - elapsed end
  return { 0, 0, math.floor(wait) + 1 }`;
