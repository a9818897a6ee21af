import type { LoggerService } from '@nestjs/common';
import type { Logger, LogFields } from './logger.js';

/** What Nest itself has to say, through the service's logger. */
export function nestLogger(logger: Logger): LoggerService {
  return {
    // Which routes and modules exist is Nest's start-up chatter: worth a line only when asked for.
    log: (message: unknown, ...rest: unknown[]) => logger.debug(sentence(message), fieldsOf(message, rest)),
    fatal: (message: unknown, ...rest: unknown[]) => logger.error(sentence(message), fieldsOf(message, rest)),
    error: (message: unknown, ...rest: unknown[]) => logger.error(sentence(message), fieldsOf(message, rest)),
    warn: (message: unknown, ...rest: unknown[]) => logger.warn(sentence(message), fieldsOf(message, rest)),
    debug: (message: unknown, ...rest: unknown[]) => logger.debug(sentence(message), fieldsOf(message, rest)),
    verbose: (message: unknown, ...rest: unknown[]) =>
      logger.debug(sentence(message), fieldsOf(message, rest)),
  };
}

function sentence(message: unknown): string {
  if (message instanceof Error) return message.message;
  return typeof message === 'string' ? message : 'framework message';
}

/** Nest passes further objects, a stack as text, and its own context as the last string. */
function fieldsOf(message: unknown, rest: readonly unknown[]): LogFields {
  const context = typeof rest.at(-1) === 'string' ? rest.at(-1) : undefined;
  const others = context === undefined ? rest : rest.slice(0, -1);
  const details = [message, ...others].filter((part) => part !== undefined && typeof part !== 'string');
  const [stack] = others.filter((part): part is string => typeof part === 'string');
  return {
    ...(context === undefined ? {} : { context }),
    ...(details.length === 0 ? {} : { details }),
    ...(stack === undefined ? {} : { stack: stack.split('\n').slice(0, 20) }),
  };
}
