import { type Redis } from 'ioredis';

export interface CacheKey {
  readonly organizationId: string;
  readonly entity: string;
  readonly id: string;
  /** Changes with the shape of the stored value, so that two releases side by side do not read each other's. */
  readonly version: number;
}

/** What the cache needs of Redis. */
export type CacheClient = Pick<Redis, 'get' | 'set' | 'del' | 'status'>;

/**
 * Remembers answers for a short time. It holds no fact: when Redis is away the source is asked, at once and without an
 * error, and many askers of one missing value wait for one load.
 */
export class Cache {
  private readonly loading = new Map<string, Promise<unknown>>();

  constructor(
    private readonly client: CacheClient,
    private readonly service: string,
  ) {}

  async get<T>(key: CacheKey, ttlSeconds: number, load: () => Promise<T>): Promise<T> {
    const name = this.name(key);
    const running = this.loading.get(name);
    if (running) return running as Promise<T>;
    const result = this.lookUp(name, ttlSeconds, load).finally(() => this.loading.delete(name));
    this.loading.set(name, result);
    return result;
  }

  /** Forgets a value after it changed. If Redis is away now, the short life of the entry is what remains. */
  async forget(key: CacheKey): Promise<void> {
    await this.quietly((client) => client.del(this.name(key)));
  }

  private async lookUp<T>(name: string, ttlSeconds: number, load: () => Promise<T>): Promise<T> {
    const stored = await this.quietly((client) => client.get(name));
    if (stored !== undefined && stored !== null) return JSON.parse(stored) as T;
    const value = await load();
    await this.quietly((client) => client.set(name, JSON.stringify(value), 'EX', ttlSeconds));
    return value;
  }

  private async quietly<T>(ask: (client: CacheClient) => Promise<T>): Promise<T | undefined> {
    if (this.client.status !== 'ready') return undefined;
    try {
      return await ask(this.client);
    } catch {
      return undefined;
    }
  }

  private name({ organizationId, entity, id, version }: CacheKey): string {
    return `${organizationId}:${this.service}:${entity}:${id}:v${version}`;
  }
}
