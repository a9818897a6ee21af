// Takes a job and never finishes it: `job-crash.test.ts` kills this process in the middle.
import { RemindCustomer } from './remind-customer.mjs';
import { DatabaseConnection } from '../../dist/database/connection.js';
import { defineDatabase } from '../../dist/database/define-database.js';
import { JobLedger } from '../../dist/jobs/job-ledger.js';
import { JobLocks } from '../../dist/jobs/job-locks.js';
import { JobQueues } from '../../dist/jobs/job-queues.js';
import { JobWorkers } from '../../dist/jobs/job-workers.js';
import { createLogger } from '../../dist/observability/logger.js';

const { DATABASE_URL: url, REDIS_URL: redisUrl } = process.env;
const service = 'sales';
const definition = defineDatabase({ tables: [], migrations: [] });
const connection = new DatabaseConnection(definition, { url, poolSize: 3, service }, () => undefined);
await connection.open(async () => undefined);
const run = async () => {
  process.send('begun');
  await new Promise(() => setInterval(() => undefined, 60_000));
};
new JobWorkers({
  ...{ service, redisUrl, queues: new JobQueues(redisUrl, service, [RemindCustomer]) },
  logger: createLogger({ LOG_LEVEL: 'error', ENVIRONMENT: 'test', SERVICE_VERSION: '0', service }),
  handlers: new Map([[RemindCustomer.name, { contract: RemindCustomer, run }]]),
  ledger: new JobLedger(connection.database),
  locks: new JobLocks(connection.clients),
}).start();
process.send('ready');
