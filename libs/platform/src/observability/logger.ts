import type { Writable } from 'node:stream';
import { systemClock } from '@dhanman/kernel';
import { isSpanContextValid, trace } from '@opentelemetry/api';
import { createLogger as createWinston, format, transports, type Logger as Winston } from 'winston';
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
    // winston formats a line before it finds that nobody wants it.
    if (!this.winston.isLevelEnabled(level)) return;
    this.winston.write({ level, [levelSymbol]: level, message, fields });
  }
}

/** The names by which winston's parts hand each other the level and the finished line. */
const levelSymbol = Symbol.for('level');
const lineSymbol = Symbol.for('message');

/** The logger of a service; its lines go to standard output, where journald or the local runner keeps them. */
export function createLogger(settings: LoggerSettings, stream: Writable = process.stdout): Logger {
  const lineOf = lineWriter(settings);
  const output = new LogOutput(stream, (lines) => `${lineOf('warn', 'log lines were dropped', { lines })}\n`);
  const winston = createWinston({
    levels,
    level: settings.LOG_LEVEL,
    format: format((info) => {
      info[lineSymbol] = lineOf(info.level, info.message, info['fields']);
      return info;
    })(),
    transports: [new transports.Stream({ stream: output, eol: '\n' })],
  });
  return new Logger(winston, output);
}

function lineWriter({ service, ENVIRONMENT, SERVICE_VERSION }: LoggerSettings) {
  const origin = { service, environment: ENVIRONMENT, version: SERVICE_VERSION };
  return (level: string, message: unknown, fields: unknown): string => {
    const time = systemClock.now().toISOString();
    const event = {
      time,
      level,
      ...origin,
      message: safeText(String(message)),
      ...traceIds(),
      ...correlationIds(),
    };
    // Spread twice: the event's own entries come first, and no field can replace one.
    return JSON.stringify({ ...event, ...(redacted(fields) as object), ...event });
  };
}

function traceIds(): object {
  const span = trace.getActiveSpan()?.spanContext();
  return span && isSpanContextValid(span) ? { trace_id: span.traceId, span_id: span.spanId } : {};
}

function correlationIds(): object {
  const { requestId, correlationId, organizationId } = correlation.current() ?? {};
  // The first two may come from a caller's header.
  return redacted({ requestId, correlationId, organizationId }) as object;
}
