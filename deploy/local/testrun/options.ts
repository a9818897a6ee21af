// What the words after `npm test --` mean. A wrong word is an error, never a silently smaller run.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export const stepNames = [
  'lint',
  'format',
  'types',
  'boundaries',
  'drift',
  'checks',
  'rules',
  'behaviour',
  'stories',
  'infra',
  'browser',
] as const;
export type StepName = (typeof stepNames)[number];

export type Options = {
  readonly packages: readonly Package[];
  readonly only: readonly StepName[];
  readonly cache: boolean;
};
export type Package = { readonly name: string; readonly path: string };

export class WrongOption extends Error {}

export const usage = `npm test                              everything
npm test -- sales kernel              these packages: lint, format, types, rules, behaviour
npm test -- --only rules,lint         these steps: ${stepNames.join(', ')}
npm test -- --no-cache                run again what is known to be green`;

export function parseOptions(args: readonly string[], root: string): Options {
  const packages: Package[] = [];
  const only: StepName[] = [];
  let cache = true;
  const words = [...args];
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (word === '--no-cache') cache = false;
    else if (word === '--only') only.push(...parseSteps(words.shift() ?? ''));
    else if (word.startsWith('--only=')) only.push(...parseSteps(word.slice('--only='.length)));
    else if (word.startsWith('-')) throw new WrongOption(`"${word}" is not an option of npm test.`);
    else packages.push(findPackage(word, root));
  }
  return { packages, only, cache };
}

function parseSteps(list: string): StepName[] {
  return list.split(',').map((word) => {
    const name = stepNames.find((known) => known === word.trim());
    if (name === undefined) throw new WrongOption(`"${word}" is not a step.`);
    return name;
  });
}

function findPackage(word: string, root: string): Package {
  const name = word.replace(/^@dhanman\//, '');
  const paths = [`services/${name}`, `libs/${name}`, ...(name === 'deploy' ? [name] : [])];
  const path = paths.find((candidate) => existsSync(join(root, candidate, 'package.json')));
  if (path === undefined) throw new WrongOption(`"${word}" is not a package of services/ or libs/.`);
  return { name, path };
}
