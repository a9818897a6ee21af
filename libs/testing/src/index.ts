export { canaries, logOf, releaseCanaries, tracesIn } from './canaries.js';
export { committedDocument } from './committed-document.js';
export { type DocumentedRoute, everyRoute } from './every-route.js';
export { Crowd } from './crowd.js';
export { freshDatabase, type FreshDatabase, query } from './database.js';
export type { Direction, Fault } from './fault.js';
export { FaultProxy, type FaultProxyOptions } from './fault-proxy.js';
export { FixedClock } from './fixed-clock.js';
export { hearing, type Hearing } from './hearing.js';
export { freePort } from './http-port.js';
export { aMember, type Member, type MemberOptions } from './member.js';
export { settingsInDispute } from './named-settings.js';
export { type Binding, Probe, type SeenMessage } from './probe.js';
export { freshRedisDatabase, type RedisDatabase } from './redis-database.js';
export { aSale } from './sale.js';
export { massAssignments, sqlInQueries } from './route-attacks.js';
export { type Random, seededRandom } from './seeded-random.js';
export { server, ServerMissing, type ServerVariable } from './servers.js';
export {
  type SpawnedService,
  spawnService,
  type StartedService,
  startService,
  surroundingsOfBuilt,
} from './service.js';
export { type Exit, type ProcessOptions, ServiceProcess } from './service-process.js';
export { freshSurroundings, type Surroundings, type SurroundingsOptions } from './surroundings.js';
export { statementsDuring } from './statements.js';
export { aToken, authentication, type TokenClaims, type TokenFlaws } from './tokens.js';
export { StillNotTrue, until, type UntilOptions } from './until.js';
export { closeConnections, freshVirtualHost, type VirtualHost } from './virtual-host.js';
export { bodyFor, type Examples, filled, type Route, routesOf } from './routes.js';
export { auditedReadings, type AuditedReading } from './audited-readings.js';
export { type Furnish, Walls, wallStates, type WallState } from './walls.js';
export { type RoleMatrix, roleMatrix } from './role-matrix.js';
export { aWorkbook } from './workbook.js';
