import { OptionalRedis } from './optional-redis.js';
import { redisClient } from './redis.js';

export interface CacheKey {
  readonly organizationId: string;
  readonly entity: string;
  readonly id: string;
  /** Changes with the shape of the stored value, so that two releases side by side do not read each other's. */
  readonly version: number;
}

export type CacheAnswer = 'hit' | 'miss' | 'bypass';

/** Longer than any answer worth having takes to come; asking the source costs about as much. */
export const cachePatienceMs = 100;
/** As long as a load that began before a change may still be under way; statements are cut off earlier. */
const emptiedMs = 2_000;
const emptied = '';

/**
 * Remembers answers for a short time. It holds no fact: when Redis is away the source is asked, at once and without an
 * error, and many askers of one missing value wait for one load.
 */
export class Cache {
  readonly answers: Record<CacheAnswer, number> = { hit: 0, miss: 0, bypass: 0 };
  private readonly loading = new Map<string, Promise<string | undefined>>();

  constructor(
    private readonly redis: OptionalRedis,
    private readonly service: string,
  ) {}

  static connect(url: string, service: string): Cache {
    return new Cache(
      new OptionalRedis(redisClient(url, { name: service, patienceMs: cachePatienceMs })),
      service,
    );
  }

  /**
   * The remembered value, or the loaded one, which is then remembered for at most the given time. What comes back has
   * always been through JSON, so a remembered value is never of another shape than a loaded one. Nothing found
   * (`undefined`, `null`) and failed loads are not remembered.
   */
  async get<T>(key: CacheKey, ttlSeconds: number, load: () => Promise<T>): Promise<T> {
    const name = this.name(key);
    const text = await (this.loading.get(name) ?? this.lookUp(name, ttlSeconds, load));
    return text === undefined ? (undefined as T) : (JSON.parse(text) as T);
  }

  /**
   * To be called after a change is committed. The place stays empty for a moment: a load that read the old state would
   * otherwise put it back. If Redis is away now, the short life of the entry is what remains.
   */
  async invalidate(key: CacheKey): Promise<void> {
    const name = this.name(key);
    this.loading.delete(name);
    await this.redis.ask((redis) => redis.set(name, emptied, 'PX', emptiedMs));
  }

  async ping(): Promise<void> {
    await this.redis.client.ping();
  }

  close(): void {
    this.redis.client.disconnect();
  }

  private lookUp<T>(name: string, ttlSeconds: number, load: () => Promise<T>): Promise<string | undefined> {
    const flight = this.stored(name)
      .then((stored) => stored ?? this.loadAndStore(name, ttlSeconds, load))
      .finally(() => {
        if (this.loading.get(name) === flight) this.loading.delete(name);
      });
    this.loading.set(name, flight);
    return flight;
  }

  private async stored(name: string): Promise<string | undefined> {
    const answer = await this.redis.ask((redis) => redis.get(name));
    if (answer === undefined) this.answers.bypass += 1;
    else if (answer === null || answer === emptied) this.answers.miss += 1;
    else {
      this.answers.hit += 1;
      return answer;
    }
    return undefined;
  }

  private async loadAndStore<T>(
    name: string,
    ttlSeconds: number,
    load: () => Promise<T>,
  ): Promise<string | undefined> {
    const value = await load();
    if (value === undefined) return undefined;
    const text = JSON.stringify(value);
    // NX: the first load to finish wins, and none overwrites a place that was just emptied. Nobody waits for it.
    if (value !== null) void this.redis.ask((redis) => redis.set(name, text, 'PX', lifeMs(ttlSeconds), 'NX'));
    return text;
  }

  private name({ organizationId, entity, id, version }: CacheKey): string {
    // A colon in an id must not reach into another entity or organisation.
    const [organization, row] = [organizationId, id].map(encodeURIComponent);
    return `${organization}:${this.service}:${entity}:${row}:v${version}`;
  }
}

/** Up to a fifth shorter, so that what was stored together does not run out together. */
function lifeMs(ttlSeconds: number): number {
  return Math.ceil(ttlSeconds * 1_000 * (1 - Math.random() / 5));
}
