import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Sample } from './benchmark.ts';
import type { Visited, Visits } from './parts/steady-visitors.ts';
import { quantile } from './statistics.ts';

/**
 * Asks at fixed moments, from a process of its own. `late p99` is how far behind its own plan that process was: it is a
 * part of the other figures, and tells how much of them is the machine and the measuring.
 */
export async function visit(visits: Visits): Promise<Sample> {
  const visitors = fork(join(import.meta.dirname, 'parts/steady-visitors.ts'));
  visitors.send(visits);
  const [visited] = (await Promise.race([
    once(visitors, 'message'),
    once(visitors, 'exit').then(() => {
      throw new Error('the steady visitors were not served');
    }),
  ])) as [Visited];
  visitors.kill();
  return sampleOf(visited);
}

export function sampleOf({ took, late }: Visited): Sample {
  return {
    'p50 ms': quantile(took, 0.5),
    'p99 ms': quantile(took, 0.99),
    'most ms': Math.max(...took),
    'late p99 ms': quantile(late, 0.99),
  };
}
