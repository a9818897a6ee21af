import { Redis } from 'ioredis';

export interface RedisClientOptions {
  readonly name: string;
  /** How long one command may take before its caller is told that it failed. */
  readonly patienceMs: number;
}

/** A connection on which this many times the patience passes without a byte leads nowhere. */
const silentPatiences = 4;

/**
 * A connection that fails fast: no queue of waiting commands, one attempt, short limits. It reconnects by itself with
 * growing pauses for as long as the service lives.
 */
export function redisClient(url: string, { name, patienceMs }: RedisClientOptions): Redis {
  const client = new Redis(url, {
    connectionName: name,
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    // What many requests ask in one turn of the event loop is one write to the socket.
    enableAutoPipelining: true,
    connectTimeout: 1_000,
    commandTimeout: patienceMs,
    // A connection whose far side vanished without a word is only noticed by its silence.
    socketTimeout: patienceMs * silentPatiences,
    retryStrategy: pauseMs,
  });
  return connected(client);
}

/** One that only listens: it may be silent for as long as nobody has anything to say. */
export function listeningClient(url: string, name: string): Redis {
  const client = new Redis(url, {
    connectionName: `${name} listening`,
    lazyConnect: true,
    enableOfflineQueue: false,
    autoResubscribe: false,
    maxRetriesPerRequest: 0,
    connectTimeout: 1_000,
    commandTimeout: 1_000,
    retryStrategy: pauseMs,
  });
  return connected(client);
}

function pauseMs(attempt: number): number {
  return Math.min(100 * 2 ** Math.min(attempt, 6), 5_000);
}

function connected(client: Redis): Redis {
  // ioredis ends the process on an error nobody listens to; health and fail-open reads tell the story instead.
  client.on('error', () => undefined);
  client.connect().catch(() => undefined);
  return client;
}
