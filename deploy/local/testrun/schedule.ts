// Runs steps side by side, at most `width` at a time, in their order; a step that needs servers or the build waits
// for them while the others already run.
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Options, Package } from './options.ts';
import { explain } from '../machine/obstacle.ts';
import type { Progress } from '../terminal/progress.ts';
import { counts, fail, type Outcome } from './outcome.ts';
import type { Need, ServerAddresses, Step, StepContext } from './step.ts';

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
  readonly provide: (needs: readonly Need[]) => Promise<ServerAddresses>;
  readonly progress: Progress;
  readonly cancelled: () => boolean;
  readonly ended: (result: Result) => void;
};

/** The steps that the words on the command line ask for. */
export function chosen(steps: readonly Step[], { only, packages }: Options): readonly Step[] {
  const concerns = ({ scope }: Step) =>
    scope === 'tree' ? only.length > 0 : packages.some(({ name }) => scope(name));
  return steps
    .filter(({ name }) => only.length === 0 || only.includes(name))
    .filter((step) => packages.length === 0 || concerns(step));
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
  const serverEnv = await addresses(step, run, log);
  const startedAt = performance.now();
  const outcome = serverEnv === undefined ? fail : await shown(step, { ...context, serverEnv }, run.progress);
  return { step, outcome, seconds: (performance.now() - startedAt) / 1000, log };
}

/** Undefined when what the step stands on could not be made; then the log says why. */
async function addresses({ needs }: Step, run: Run, log: string): Promise<ServerAddresses | undefined> {
  try {
    return await run.provide(needs);
  } catch (error) {
    note(log, error);
    return undefined;
  }
}

/** A step that cannot run is a failed step, and the others still tell what they know. */
async function shown(step: Step, context: StepContext, progress: Progress): Promise<Outcome> {
  let outcome: Outcome = fail;
  try {
    await progress.step(step.name, async (say) => {
      outcome = await step.run(context);
      say(counts(outcome));
      if (outcome.failed > 0) throw new StepFailed();
    });
  } catch (error) {
    if (!(error instanceof StepFailed)) note(context.log, error);
  }
  return outcome;
}

class StepFailed extends Error {}

function note(log: string, error: unknown): void {
  appendFileSync(log, `${explain(error)}\n`);
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
