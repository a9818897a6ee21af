import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silent } from '../terminal/progress.ts';
import { parseOptions } from './options.ts';
import { fail, pass } from './outcome.ts';
import { chosen, runSteps, type Run } from './schedule.ts';
import type { Step, StepContext } from './step.ts';

const kernel = { name: 'kernel', path: 'libs/kernel' };
const sales = { name: 'sales', path: 'services/sales' };
const root = join(import.meta.dirname, '../../..');

let logs = '';
beforeEach(() => {
  logs = mkdtempSync(join(tmpdir(), 'steps-'));
});
afterEach(() => {
  rmSync(logs, { recursive: true, force: true });
});

const step = (change: Partial<Step>): Step => ({
  name: 'lint',
  needs: [],
  scope: () => true,
  run: () => Promise.resolve(pass),
  ...change,
});

const run = (change: Partial<Run> = {}): Run => ({
  root,
  logs,
  options: parseOptions([], root),
  packages: [kernel, sales],
  width: 2,
  provide: (needs) => Promise.resolve(needs.length > 0 ? { DHANMAN_TEST_AMQP_URL: 'amqp://here' } : {}),
  progress: silent,
  cancelled: () => false,
  ended: () => undefined,
  ...change,
});

it('results come in the order of the steps, whichever ends first', async () => {
  const first = Promise.withResolvers<typeof pass>();
  const steps = [
    step({ name: 'lint', run: () => first.promise }),
    step({ name: 'types', run: () => (first.resolve(pass), Promise.resolve(fail)) }),
  ];
  const results = await runSteps(steps, run());
  expect(results.map((result) => [result.step.name, result.outcome.failed])).toEqual([
    ['lint', 0],
    ['types', 1],
  ]);
});

it('a step that throws is a failed step, says why in its log, and stops no other', async () => {
  const steps = [step({ run: () => Promise.reject(new Error('no compiler')) }), step({ name: 'types' })];
  const [broken, sound] = await runSteps(steps, run());
  expect(broken?.outcome).toEqual(fail);
  expect(readFileSync(join(logs, 'lint.log'), 'utf8')).toContain('no compiler');
  expect(sound?.outcome).toEqual(pass);
});

it('only steps that need the servers wait for them, and get their addresses', async () => {
  const seen: StepContext['serverEnv'][] = [];
  const look = (context: StepContext) => (seen.push(context.serverEnv), Promise.resolve(pass));
  const steps = [step({ run: look }), step({ name: 'behaviour', needs: ['servers'], run: look })];
  await runSteps(steps, run({ width: 1 }));
  expect(seen).toEqual([{}, { DHANMAN_TEST_AMQP_URL: 'amqp://here' }]);
});

it('when the servers do not start, the steps that need them fail', async () => {
  const provide = () => Promise.reject(new Error('port 5300 is taken'));
  const [result] = await runSteps([step({ needs: ['servers'] })], run({ provide }));
  expect(result?.outcome).toEqual(fail);
  expect(readFileSync(join(logs, 'lint.log'), 'utf8')).toContain('port 5300 is taken');
});

it('after an interruption no further step begins', async () => {
  let interrupted = false;
  const steps = [step({ run: () => ((interrupted = true), Promise.resolve(pass)) }), step({ name: 'types' })];
  const results = await runSteps(steps, run({ width: 1, cancelled: () => interrupted }));
  expect(results).toHaveLength(1);
});

it('a step sees the packages of its scope among those asked for', async () => {
  const seen: StepContext[] = [];
  const look = (context: StepContext) => (seen.push(context), Promise.resolve(pass));
  const scope = (name: string) => name !== 'sales';
  await runSteps([step({ scope, run: look })], run());
  await runSteps([step({ run: look })], run({ options: parseOptions(['sales'], root) }));
  expect(seen.map(({ packages, whole }) => [packages, whole])).toEqual([
    [[kernel], true],
    [[sales], false],
  ]);
});

it('for one package the steps of the whole tree are left out, unless they are named', () => {
  const steps = [
    step({ name: 'rules' }),
    step({ name: 'infra', scope: (name) => name === 'deploy' }),
    step({ name: 'drift', scope: 'tree' }),
  ];
  const names = (...words: string[]) => chosen(steps, parseOptions(words, root)).map(({ name }) => name);
  expect(names()).toEqual(['rules', 'infra', 'drift']);
  expect(names('sales')).toEqual(['rules']);
  expect(names('sales', '--only', 'drift')).toEqual(['drift']);
  expect(names('sales', '--only', 'infra,rules')).toEqual(['rules']);
});
