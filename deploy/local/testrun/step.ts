import type { Package, StepName } from './options.ts';
import type { Outcome } from './outcome.ts';

export type StepContext = {
  readonly root: string;
  readonly cache: boolean;
  /** How many packages Nx may work on at a time inside one step. */
  readonly parallel: number;
  readonly log: string;
  /** Where the test servers listen; empty for steps that need none. */
  readonly serverEnv: Readonly<Record<string, string>>;
  readonly packages: readonly Package[];
  /** True when the packages are all packages. */
  readonly whole: boolean;
};

export type Step = {
  readonly name: StepName;
  readonly needsServers: boolean;
  /** Which packages the step looks at; `tree` for a step that makes no sense for one package. */
  readonly scope: 'tree' | ((name: string) => boolean);
  readonly run: (context: StepContext) => Promise<Outcome>;
};
