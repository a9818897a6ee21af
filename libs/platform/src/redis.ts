import { Redis } from 'ioredis';

/**
 * A connection that fails fast: no queue of waiting commands, one attempt, short limits. It reconnects by itself with
 * growing pauses for as long as the service lives.
 */
export function redisClient(url: string, name: string): Redis {
  const client = new Redis(url, {
    connectionName: name,
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    connectTimeout: 1_000,
    commandTimeout: 250,
    retryStrategy: (attempt) => Math.min(100 * 2 ** Math.min(attempt, 6), 5_000),
  });
  // ioredis ends the process on an error nobody listens to; health and fail-open reads tell the story instead.
  client.on('error', () => undefined);
  client.connect().catch(() => undefined);
  return client;
}
