// Two copies of the ledger side by side, as production runs them: while one starts again the other posts and dies.
import { freePort, ServiceProcess, type Surroundings, until } from '@dhanman/testing';
import type { ProcessDeath } from './deaths.ts';
import type { Work } from './work.ts';

const copies = 2;
/** A point that is not passed by then lies beside the way of a posting, and the run proves nothing about it. */
const deadlineMs = 120_000;

/** Until all deaths are died, each by one process. */
export async function killProcesses(
  surroundings: Surroundings,
  deaths: readonly ProcessDeath[],
  work: Work,
): Promise<void> {
  const left = deaths.values();
  const lives = Array.from({ length: copies }, async () => {
    const ports = { PORT: String(await freePort()), METRICS_PORT: String(await freePort()) };
    for (const death of left) {
      await die(start(surroundings, ports, death), death, work);
      work.died(death);
    }
  });
  await Promise.all(lives);
}

/** One more process, which nobody kills before it is told to end. */
export async function startOne(surroundings: Surroundings): Promise<ServiceProcess> {
  const process = start(surroundings, {});
  await process.ready(deadlineMs);
  return process;
}

function start(
  { environment, secrets }: Surroundings,
  ports: Readonly<Record<string, string>>,
  death?: ProcessDeath,
): ServiceProcess {
  const crashAt =
    death?.kind === 'chosen point' ? { CRASH_AT: `${death.point}:${String(death.passes)}` } : {};
  return ServiceProcess.start({
    ...{ service: 'common', secrets },
    environment: { ...environment, ...ports, ...crashAt },
  });
}

async function die(process: ServiceProcess, death: ProcessDeath, work: Work): Promise<void> {
  try {
    if (death.kind === 'chosen point') {
      const what = `the process dies at ${death.point}`;
      await until(() => work.isOver || !process.isRunning, { deadlineMs, what });
    } else {
      await process.ready(deadlineMs);
      await work.answers(death.answers);
    }
  } finally {
    const { signal, code } = await process.kill();
    if (signal !== 'SIGKILL') work.fail(new Error(`a process ended by itself, with code ${String(code)}`));
  }
}
