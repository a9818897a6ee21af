import type { INestMicroservice } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApplication } from './application.js';
import { assemble, type Assembled } from './assemble.js';
import { Housekeeping } from './database/housekeeping.js';
import { DirectoryFingerprints } from './directory/fingerprints.js';
import { type JobHandler, jobHandlersOf } from './jobs/job.js';
import { JobLedger } from './jobs/job-ledger.js';
import { JobLocks } from './jobs/job-locks.js';
import { JobWorkers } from './jobs/job-workers.js';
import { platformMetrics } from './observability/metric-table.js';
import { startMetrics } from './observability/start-metrics.js';
import type { Environment } from './secrets.js';
import { checkDatabase, checkJobsRedis } from './self-check.js';
import type { Extension, ServiceDefinition } from './service.js';
import { untilUp } from './startup.js';

/** Something must be put right by a person before this service may run; the process has to end. */
export type Fatal = (error: Error) => void;

/**
 * One service at work: HTTP answers at once, what it depends on is connected in the background, and stopping lets
 * every accepted request finish. Nothing in it is global, so that tests run several in one process.
 */
export class RunningService {
  private readonly stopping = new AbortController();
  private connected: Promise<unknown> = Promise.resolve();
  private readonly housekeeping: Housekeeping;
  private readonly fingerprints: DirectoryFingerprints;

  private constructor(
    readonly app: NestFastifyApplication,
    private readonly parts: Assembled,
    private readonly workers: JobWorkers,
    private readonly fatal: Fatal,
  ) {
    this.housekeeping = new Housekeeping(parts.database, parts.logger);
    this.fingerprints = new DirectoryFingerprints(parts, parts.config.DIRECTORY_LOOK_EVERY_MS);
  }

  static async start(
    definition: ServiceDefinition,
    environment: Environment,
    fatal: Fatal,
  ): Promise<RunningService> {
    const config = new definition.config(environment);
    const metrics = await startMetrics({ ...config, service: definition.name });
    const parts = assemble(definition, config, metrics);
    try {
      const app = await createApplication(definition, parts);
      for (const extension of parts.extensions) connect(app, extension);
      const workers = jobWorkers(
        definition.name,
        parts,
        jobHandlersOf(app.get(ModulesContainer), definition.name),
      );
      await app.listen(parts.config.PORT, parts.config.HOST);
      const service = new RunningService(app, parts, workers, fatal);
      service.connected = service.connect(definition);
      return service;
    } catch (error) {
      await parts.close();
      throw error;
    }
  }

  get url(): string {
    const { address, port } = this.app.getHttpServer().address() as { address: string; port: number };
    return `http://${address}:${port}`;
  }

  get logger(): Assembled['logger'] {
    return this.parts.logger;
  }

  get shutdownDeadlineMs(): number {
    return this.parts.config.SHUTDOWN_DEADLINE_MS;
  }

  /** For tests: what the container holds. */
  get<T>(token: abstract new (...args: never[]) => T): T {
    return this.app.get(token as never, { strict: false });
  }

  /**
   * Not ready, streams end → no new work → requests in hand finish → connections close. During `leaveMs` requests are still taken,
   * but each answer asks its connection to go: clients that keep connections open leave before they are cut.
   */
  async stop({ leaveMs = 0 }: { readonly leaveMs?: number } = {}): Promise<void> {
    this.parts.health.markStopping();
    this.parts.changes.streams.stop();
    this.stopping.abort();
    if (leaveMs > 0) await new Promise((left) => setTimeout(left, leaveMs));
    await this.connected;
    await this.app.close();
    this.parts.endedSessions.stop();
    this.parts.changes.line.stop();
    this.housekeeping.stop();
    this.fingerprints.stop();
    await this.workers.stop();
    for (const extension of this.parts.extensions) await extension.stop();
    await this.parts.close();
    this.parts.logger.info('stopped');
    await this.parts.logger.flush();
  }

  private async connect(definition: ServiceDefinition): Promise<void> {
    const { connection, endedSessions, jobs, logger } = this.parts;
    const stopped = this.stopping.signal;
    const database = {
      name: 'database',
      stopped,
      attempt: () =>
        connection.open(async (source) => {
          await checkDatabase(source, definition.database);
          await endedSessions.look(source);
        }),
    };
    try {
      const jobsChecked = untilUp(
        { name: 'redis-jobs', stopped, attempt: () => checkJobsRedis(jobs) },
        logger,
      );
      if (await untilUp(database, logger)) await this.begin(definition);
      await jobsChecked;
    } catch (error) {
      if (!stopped.aborted) this.fatal(error as Error);
    }
  }

  private async begin({ database }: ServiceDefinition): Promise<void> {
    const { connection, logger } = this.parts;
    // Questions are answered without it: nobody waits until it is there.
    void connection.replica?.start(
      (source) => checkDatabase(source, database),
      (isCurrent, error) =>
        isCurrent
          ? logger.info('the replica answers')
          : logger.warn('the replica is behind or away', { error }),
    );
    await this.app.startAllMicroservices();
    for (const extension of this.parts.extensions) await extension.start();
    this.workers.start();
    this.parts.endedSessions.start();
    this.parts.changes.line.start();
    this.housekeeping.start();
    this.fingerprints.start();
    this.parts.health.markStarted();
    this.parts.logger.info('started');
  }
}

/**
 * Nest binds the handlers of a strategy while it connects it, and only to the filters it knows by then: without a delay
 * of the one until the other is done, the error of a handler is lost and all that is kept is "Internal server error".
 */
function connect(app: NestFastifyApplication, { strategy, filters = [] }: Extension): void {
  if (!strategy) return;
  const options = { inheritAppConfig: false, deferInitialization: true };
  const microservice = app.connectMicroservice({ strategy }, options) as INestMicroservice & Deferred;
  microservice.useGlobalFilters(...filters);
  microservice.registerListeners();
  microservice.setIsInitialized(true);
  microservice.setIsInitHookCalled(true);
}

/** What Nest does itself when it is not asked to wait. */
interface Deferred {
  registerListeners(): void;
  setIsInitialized(isInitialized: boolean): void;
  setIsInitHookCalled(isInitHookCalled: boolean): void;
}

function jobWorkers(
  service: string,
  parts: Assembled,
  handlers: ReadonlyMap<string, JobHandler>,
): JobWorkers {
  const { config, connection, database, jobQueues: queues, logger, metrics } = parts;
  const [ledger, locks] = [new JobLedger(database), new JobLocks(connection.clients)];
  const records = { handlers, ledger, locks };
  const workers = new JobWorkers({
    service,
    redisUrl: config.REDIS_JOBS_URL,
    ...records,
    queues,
    logger,
  });
  metrics.observe(platformMetrics.jobsOwed, () => workers.figures.owed);
  metrics.observe(platformMetrics.jobsOwedOldest, () => workers.figures.oldestSeconds);
  return workers;
}
