import { Clock, systemClock } from '@dhanman/kernel';
import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { EndedSessions } from './auth/ended-sessions.js';
import { Memberships } from './auth/memberships.js';
import { auditController } from './audit/audit.controller.js';
import { AuditQueries } from './audit/audit.queries.js';
import { Operators } from './auth/operators.js';
import { Sessions } from './auth/sessions.js';
import { Tokens } from './auth/tokens.js';
import type { Changes } from './assemble.js';
import { Cache } from './cache.js';
import { ChangeStreams } from './changes/change-streams.js';
import { ChangesController } from './changes/changes.controller.js';
import type { ConfigClass, PlatformConfig } from './config.js';
import { Database } from './database/database.js';
import { DirectoryController } from './directory/directory.controller.js';
import { HealthChecks } from './health/health-checks.js';
import { HealthController } from './health/health.controller.js';
import { JobQueues } from './jobs/job-queues.js';
import { Logger } from './observability/logger.js';
import { Metrics } from './observability/metrics.js';
import type { RateLimiter } from './rate-limits/rate-limiter.js';
import type { Extension } from './service.js';
import { Storage } from './storage/storage.js';

export interface PlatformParts {
  readonly service: string;
  readonly configClass: ConfigClass;
  readonly config: PlatformConfig;
  readonly database: Database;
  readonly memberships: Memberships;
  readonly endedSessions: EndedSessions;
  readonly cache: Cache;
  readonly changes: Changes;
  readonly health: HealthChecks;
  readonly jobQueues: JobQueues;
  readonly metrics: Metrics;
  readonly limiter: RateLimiter;
  readonly logger: Logger;
  readonly extensions: readonly Extension[];
}

/** What every service can have injected by naming the class. */
@Module({})
export class PlatformModule {
  static with(module: Type, parts: PlatformParts): DynamicModule {
    const { configClass, config, database, memberships, cache, health, jobQueues, logger } = parts;
    const home = {
      issuer: config.AUTH_ISSUER,
      audience: config.AUTH_AUDIENCE,
      keys: config.AUTH_JWKS,
      permissionsClaim: config.AUTH_PERMISSIONS_CLAIM,
    };
    const providers = [
      { provide: configClass, useValue: config },
      { provide: Database, useValue: database },
      { provide: Memberships, useValue: memberships },
      { provide: EndedSessions, useValue: parts.endedSessions },
      { provide: Cache, useValue: cache },
      { provide: ChangeStreams, useValue: parts.changes.streams },
      { provide: HealthChecks, useValue: health },
      { provide: JobQueues, useValue: jobQueues },
      { provide: Storage, useValue: new Storage(config) },
      { provide: Operators, useValue: new Operators(config.OPERATOR_ORGANIZATION) },
      { provide: Sessions, useValue: new Sessions(systemClock) },
      { provide: Logger, useValue: logger },
      { provide: Metrics, useValue: parts.metrics },
      { provide: Clock, useValue: systemClock },
      { provide: Tokens, useValue: new Tokens([home, ...config.AUTH_OTHER_ISSUERS], systemClock) },
    ];
    return {
      module: PlatformModule,
      global: true,
      imports: [module, ...parts.extensions.flatMap((extension) => extension.module ?? [])],
      controllers: [
        ...[HealthController, DirectoryController, auditController(parts.service)],
        ...(parts.changes.feed.tellsNothing ? [] : [ChangesController]),
      ],
      providers: [...providers, AuditQueries],
      exports: providers.map(({ provide }) => provide),
    };
  }
}
