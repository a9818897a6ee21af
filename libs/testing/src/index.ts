export type { Direction, Fault } from './fault.js';
export { FaultProxy, type FaultProxyOptions } from './fault-proxy.js';
export { FixedClock } from './fixed-clock.js';
export { type Random, seededRandom } from './seeded-random.js';
export { server, ServerMissing, type ServerVariable } from './servers.js';
export { StillNotTrue, until, type UntilOptions } from './until.js';
export { type Binding, Probe, type SeenMessage } from './probe.js';
export { freshRedisDatabase, type RedisDatabase } from './redis-database.js';
export { closeConnections, freshVirtualHost, type VirtualHost } from './virtual-host.js';
