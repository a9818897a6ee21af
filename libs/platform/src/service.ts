import type { DynamicModule, ExceptionFilter, Type } from '@nestjs/common';
import type { ToldChanges } from './changes/change-feed.js';
import type { ConfigClass, PlatformConfig } from './config.js';
import type { Correlation } from './correlation.js';
import type { DatabaseConnection } from './database/connection.js';
import type { DatabaseDefinition } from './database/define-database.js';
import type { HealthChecks } from './health/health-checks.js';
import type { Alarms } from './jobs/alarms.js';
import type { JobQueues } from './jobs/job-queues.js';
import type { Logger } from './observability/logger.js';
import type { Metrics } from './observability/metrics.js';

/** All that distinguishes one service from another. */
export interface ServiceDefinition {
  readonly name: string;
  /** One sentence for the reference page. */
  readonly title: string;
  readonly module: Type;
  readonly config: ConfigClass;
  readonly database: DatabaseDefinition;
  /** Records whose changes are told at once to whoever looks at them; without any the service has no such stream. */
  readonly tells?: ToldChanges;
  /** What lives beside HTTP, such as the message layer. */
  readonly extensions?: readonly Extend[];
}

/** What an extension may build on. */
export interface Platform {
  readonly name: string;
  readonly config: PlatformConfig;
  readonly connection: DatabaseConnection;
  readonly health: HealthChecks;
  readonly metrics: Metrics;
  readonly jobs: JobQueues;
  readonly alarms: Alarms;
  readonly logger: Logger;
  readonly correlation: {
    run<T>(context: Correlation, work: () => T): T;
    current(): Correlation | undefined;
  };
}

export type Extend = (platform: Platform) => Extension;

export interface Extension {
  /** Routes that every service has in the same way. */
  readonly module?: DynamicModule;
  /** A Nest transport strategy: its handlers are found, and their absence noticed, before the service listens. */
  readonly strategy?: object;
  /** Global exception filters of that strategy; those of HTTP do not apply to it. */
  readonly filters?: readonly ExceptionFilter[];
  /** Called once the database is connected and checked. */
  start(): Promise<void>;
  /** Called after HTTP and the strategy are closed, before the database is. */
  stop(): Promise<void>;
}
