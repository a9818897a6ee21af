// Answers every request and logs it, as a service does; a process of its own, because it is its standard output that
// is stalled or full in the tests.
import { createServer } from 'node:http';
import { createLogger } from '../dist/observability/logger.js';

const settings = { LOG_LEVEL: 'info', ENVIRONMENT: 'test', SERVICE_VERSION: '0', service: 'chatty' };
const logger = createLogger(settings);
const server = createServer(({ url }, response) => {
  logger.info('request', { url, padding: 'x'.repeat(1_000) });
  response.end(String(logger.dropped));
});
server.listen(0, '127.0.0.1', () => process.stderr.write(`${server.address().port}\n`));
