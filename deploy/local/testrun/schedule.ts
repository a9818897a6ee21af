// Runs steps side by side, at most `width` at a time, in their order; a step that needs the servers waits for them
// while the others already run.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Options, Package } from './options.ts';
import { fail, type Outcome } from './outcome.ts';
import type { Step, StepContext } from './step.ts';

export type Result = {
  readonly step: Step;
  readonly outcome: Outcome;
  readonly seconds: number;
  readonly log: string;
};

export type Run = {
  readonly root: string;
  readonly logs: string;
  readonly options: Options;
  readonly packages: readonly Package[];
  readonly width: number;
  readonly servers: () => Promise<Readonly<Record<string, string>>>;
  readonly cancelled: () => boolean;
  readonly ended: (result: Result) => void;
};

/** The steps that the words on the command line ask for. */
export function chosen(steps: readonly Step[], { only, packages }: Options): readonly Step[] {
  return steps.filter(({ name, scope }) => {
    if (only.length > 0) return only.includes(name);
    if (packages.length === 0) return true;
    return scope !== 'tree' && packages.some((selected) => scope(selected.name));
  });
}

export async function runSteps(steps: readonly Step[], run: Run): Promise<readonly Result[]> {
  mkdirSync(run.logs, { recursive: true });
  const waiting = [...steps];
  const results: Result[] = [];
  const lane = async () => {
    for (let step = waiting.shift(); step !== undefined && !run.cancelled(); step = waiting.shift()) {
      const result = await runStep(step, run);
      results.push(result);
      run.ended(result);
    }
  };
  await Promise.all(Array.from({ length: run.width }, lane));
  return steps.flatMap((step) => results.filter((result) => result.step === step));
}

async function runStep(step: Step, run: Run): Promise<Result> {
  const log = join(run.logs, `${step.name}.log`);
  const context = contextFor(step, run, log);
  writeFileSync(log, '');
  let startedAt = performance.now();
  let outcome: Outcome = fail;
  try {
    const serverEnv = step.needsServers ? await run.servers() : {};
    startedAt = performance.now();
    outcome = await step.run({ ...context, serverEnv });
  } catch (error) {
    // A step that cannot run is a failed step, and the others still tell what they know.
    writeFileSync(log, `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`, {
      flag: 'a',
    });
  }
  return { step, outcome, seconds: (performance.now() - startedAt) / 1000, log };
}

function contextFor({ scope }: Step, run: Run, log: string): Omit<StepContext, 'serverEnv'> {
  const { root, options, packages, width } = run;
  const whole = options.packages.length === 0;
  const asked = whole ? packages : options.packages;
  return {
    root,
    cache: options.cache,
    parallel: Math.max(1, Math.floor(width / 2)),
    log,
    packages: scope === 'tree' ? asked : asked.filter(({ name }) => scope(name)),
    whole,
  };
}
