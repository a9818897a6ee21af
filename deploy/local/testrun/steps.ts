// What `npm test` runs, in the order a reader wants to hear about it: cheap and static first, servers last.
import { appendFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { runChecks } from '../../checks/checks.ts';
import { fail, pass, sum, type Outcome } from './outcome.ts';
import { runPackages, type Target } from './packages.ts';
import { runLogged } from './process.ts';
import type { Step, StepContext } from './step.ts';

const bin = {
  prettier: 'prettier/bin/prettier.cjs',
  tsc: 'typescript/bin/tsc',
  depcruise: 'dependency-cruiser/bin/dependency-cruiser.mjs',
};

const everywhere = () => true;
/** Their behaviour has a step of its own: a browser, and what a server machine needs. */
const onItsOwn = new Set(['web', 'deploy']);

export const steps: readonly Step[] = [
  { name: 'lint', needs: [], scope: everywhere, run: (context) => inPackages(context, 'lint') },
  { name: 'types', needs: [], scope: everywhere, run: types },
  { name: 'format', needs: [], scope: everywhere, run: format },
  { name: 'boundaries', needs: ['build'], scope: 'tree', run: boundaries },
  { name: 'drift', needs: [], scope: 'tree', run: drift },
  { name: 'checks', needs: [], scope: 'tree', run: treeChecks },
  { name: 'rules', needs: [], scope: everywhere, run: (context) => inPackages(context, 'rules') },
  {
    name: 'behaviour',
    needs: ['build', 'servers'],
    scope: (name) => !onItsOwn.has(name),
    run: (context) => inPackages(context, 'behaviour'),
  },
  { name: 'stories', needs: ['build', 'servers'], scope: 'tree', run: stories },
  {
    name: 'infra',
    needs: ['build', 'servers', 'infra'],
    scope: (name) => name === 'deploy',
    run: infra,
  },
  {
    name: 'browser',
    needs: ['build', 'servers', 'browser'],
    scope: (name) => name === 'web',
    run: (context) => inPackages(context, 'behaviour'),
  },
];

/** Jest over packages; a whole step without a single test means the search for tests is broken. */
async function inPackages(context: StepContext, target: Target): Promise<Outcome> {
  const found = await runPackages(context, target, context.packages);
  if (!context.whole || found.passed + found.failed + found.skipped.length > 0) return found;
  appendFileSync(context.log, `no ${target} test was found in any package\n`);
  return fail;
}

/** The machine to provision is made before, since it takes minutes; where it cannot be, its tests say so and are skipped. */
async function infra(context: StepContext): Promise<Outcome> {
  const argv = [process.execPath, 'deploy/test/systemd/make-debian.ts'];
  await runLogged({ argv, cwd: context.root, env: process.env, log: context.log });
  return inPackages(context, 'behaviour');
}

function stories(context: StepContext): Promise<Outcome> {
  return inPackages({ ...context, packages: [{ name: 'deploy', path: 'deploy' }], whole: true }, 'stories');
}

/** Tests of messaging and platform are projects of their own, because they use libs/testing, which builds on both. */
function types(context: StepContext): Promise<Outcome> {
  const projects = context.packages.flatMap(({ path }) => [path, join(path, 'test')]);
  const existing = projects.filter((path) => existsSync(join(context.root, path, 'tsconfig.json')));
  return command(context, bin.tsc, ['-b', ...(context.whole ? [] : existing)]);
}

function format(context: StepContext): Promise<Outcome> {
  const paths = context.whole ? ['.'] : context.packages.map(({ path }) => path);
  return command(context, bin.prettier, ['--check', '--log-level', 'warn', ...paths]);
}

function boundaries(context: StepContext): Promise<Outcome> {
  const config = join(context.root, '.dependency-cruiser.mjs');
  return command(context, bin.depcruise, ['--config', config, 'libs', 'services', 'deploy']);
}

async function drift(context: StepContext): Promise<Outcome> {
  return single(context, [join(context.root, 'deploy/generate/main.ts'), '--check']);
}

function treeChecks({ root, log }: StepContext): Promise<Outcome> {
  const outcomes = runChecks(root).map(({ check, findings }) => {
    for (const finding of findings) appendFileSync(log, `${check}: ${finding}\n`);
    return findings.length > 0 ? fail : pass;
  });
  return Promise.resolve(sum(outcomes));
}

function command(context: StepContext, tool: string, args: readonly string[]): Promise<Outcome> {
  return single(context, [join(context.root, 'node_modules', tool), ...args]);
}

async function single({ root, log }: StepContext, args: readonly string[]): Promise<Outcome> {
  const status = await runLogged({
    argv: [process.execPath, ...args],
    cwd: root,
    env: { ...process.env, FORCE_COLOR: '0' },
    log,
  });
  return status === 0 ? pass : fail;
}
