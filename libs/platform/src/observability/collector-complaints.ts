import type { DiagLogger } from '@opentelemetry/api';
import { createLogger } from './logger.js';
import type { Identity } from './telemetry-settings.js';

/** A collector that is away is worth a line, not one line per batch. */
const quietMs = 60_000;

/** OpenTelemetry's own troubles, as ordinary log lines of the service, at most one a minute. */
export function collectorComplaints({ service, version, environment }: Identity): DiagLogger {
  const logger = createLogger({
    service,
    SERVICE_VERSION: version,
    ENVIRONMENT: environment as 'local',
    LOG_LEVEL: 'warn',
  });
  let quietUntil = 0;
  const complain = (message: string, ...details: unknown[]): void => {
    if (performance.now() < quietUntil) return;
    quietUntil = performance.now() + quietMs;
    logger.warn('traces are being lost', { reason: message, details });
  };
  return { error: complain, warn: complain, info: ignore, debug: ignore, verbose: ignore };
}

function ignore(): void {}
