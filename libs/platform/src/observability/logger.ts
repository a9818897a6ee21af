import type { Writable } from 'node:stream';
import { systemClock } from '@dhanman/kernel';
import { isSpanContextValid, trace } from '@opentelemetry/api';
import { createLogger as createWinston, format, type Logger as Winston } from 'winston';
import type { PlatformConfig } from '../config.js';
import { correlation } from '../correlation.js';
import { LogOutput } from './log-output.js';
import { redacted } from './redaction.js';
import { safeText } from './redacted-text.js';

export type LoggerSettings = Pick<PlatformConfig, 'LOG_LEVEL' | 'ENVIRONMENT' | 'SERVICE_VERSION'> & {
  readonly service: string;
};

/** What is worth knowing beside the sentence: ids, counts, an error. Never names, amounts of people, or bodies. */
export type LogFields = Readonly<Record<string, unknown>>;

const levels = { error: 0, warn: 1, info: 2, debug: 3 } as const;

type Level = keyof typeof levels;

/** Writes what happened as one line of JSON per event, tied to its request, organisation and trace. */
export class Logger {
  constructor(
    private readonly winston: Winston,
    private readonly output: LogOutput,
  ) {}

  /** Somebody has to look: the service could not do what it owes. */
  error(message: string, fields: LogFields = {}): void {
    this.write('error', message, fields);
  }

  /** Unexpected but dealt with; worth a look when it becomes frequent. */
  warn(message: string, fields: LogFields = {}): void {
    this.write('warn', message, fields);
  }

  info(message: string, fields: LogFields = {}): void {
    this.write('info', message, fields);
  }

  debug(message: string, fields: LogFields = {}): void {
    this.write('debug', message, fields);
  }

  /** Lines lost to a stalled reader or a full disk, since the start. */
  get dropped(): number {
    return this.output.dropped;
  }

  /** Before the process ends: waits for lines under way, at most this long. */
  async flush(deadlineMs = 500): Promise<void> {
    await this.output.flush(deadlineMs);
  }

  private write(level: Level, message: string, fields: LogFields): void {
    if (!this.winston.isLevelEnabled(level)) return;
    // winston decides and formats. Its chain of streams is passed by: it costs more than the line it carries.
    const event = this.winston.format.transform({ level, message, fields });
    if (typeof event === 'object') this.output.write(String(event[lineSymbol]));
  }
}

/** Where winston's formats leave the finished line. */
const lineSymbol = Symbol.for('message');

/** The logger of a service; its lines go to standard output, where journald or the local runner keeps them. */
export function createLogger(settings: LoggerSettings, stream: Writable = process.stdout): Logger {
  const lineOf = lineWriter(settings);
  const output = new LogOutput(stream, (lines) => lineOf('warn', 'log lines were dropped', { lines }));
  const winston = createWinston({
    levels,
    level: settings.LOG_LEVEL,
    format: format((info) => {
      info[lineSymbol] = lineOf(info.level, info.message, info['fields']);
      return info;
    })(),
  });
  return new Logger(winston, output);
}

function lineWriter({ service, ENVIRONMENT, SERVICE_VERSION }: LoggerSettings) {
  const origin = { service, environment: ENVIRONMENT, version: SERVICE_VERSION };
  return (level: string, message: unknown, fields: unknown): string => {
    const time = systemClock.now().toISOString();
    const event: Record<string, unknown> = {
      time,
      level,
      ...origin,
      message: safeText(String(message)),
      ...traceIds(),
      ...correlationIds(),
    };
    const details = redacted(fields) as Record<string, unknown>;
    // No field can replace what the event says itself.
    for (const name in details) if (!(name in event)) event[name] = details[name];
    return JSON.stringify(event);
  };
}

function traceIds(): object {
  const span = trace.getActiveSpan()?.spanContext();
  return span && isSpanContextValid(span) ? { trace_id: span.traceId, span_id: span.spanId } : {};
}

function correlationIds(): object {
  const { requestId, correlationId, organizationId } = correlation.current() ?? {};
  // The first two may come from a caller's header.
  return {
    ...(requestId === undefined ? {} : { requestId: safeText(requestId) }),
    ...(correlationId === undefined ? {} : { correlationId: safeText(correlationId) }),
    ...(organizationId === undefined ? {} : { organizationId }),
  };
}
