import { stopTelemetry } from './observability/telemetry-stop.js';
import { Refusal } from './refusal.js';
import { RunningService } from './running-service.js';
import type { ServiceDefinition } from './service.js';

/** How long a refusal to start may take to be written. */
const flushMs = 500;

/** Longer than a proxy takes to send its next request on a connection it keeps open. */
const leaveMs = 300;

/** Runs a service as a process: from its environment, until a signal or an error nobody caught. */
export async function boot(definition: ServiceDefinition): Promise<void> {
  let service: RunningService | undefined;
  const fail = (error: Error): void => {
    process.stderr.write(`${definition.name} cannot run: ${reasonOf(error)}\n`);
    if (service) service.logger.error('cannot run', { error });
    else if (!(error instanceof Refusal) && !isSystemError(error))
      process.stderr.write(`${error.stack ?? ''}\n`);
    void end(service, 1);
  };
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', (reason) =>
    fail(reason instanceof Error ? reason : new Error(String(reason))),
  );
  try {
    service = await RunningService.start(definition, process.env, fail);
    stopOnSignal(service);
  } catch (error) {
    fail(error as Error);
  }
}

/** The first signal asks politely, the second does not ask. */
function stopOnSignal(service: RunningService): void {
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) process.exit(1);
    isStopping = true;
    const deadline = setTimeout(() => {
      service.logger.error('not stopped in time');
      void end(service, 1);
    }, service.shutdownDeadlineMs);
    deadline.unref();
    service.stop({ leaveMs }).then(
      () => end(service, 0),
      (error: unknown) => {
        service.logger.error('stopped with an error', { error });
        return end(service, 1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

async function end(service: RunningService | undefined, code: number): Promise<void> {
  process.exitCode = code;
  await stopTelemetry();
  await service?.logger.flush(flushMs);
  process.exit(code);
}

function isSystemError(error: Error): boolean {
  return 'syscall' in error;
}

/** One line a person can act on; the stack of a bug goes to the log instead. */
function reasonOf(error: Error): string {
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE') return `port ${port ?? ''} is already in use`;
  if (code === 'EACCES') return `port ${port ?? ''} may not be used by this user`;
  return error.message.replaceAll('\n', ' ');
}
