// A command or a link in the documentation that leads nowhere is worse than none.
import { dirname, join } from 'node:path';
import type { Tree } from './tree.ts';

const documents = /(^|\/)(README|CONTRIBUTING)\.md$|^docs\/.+\.md$/;
const npmOwn = ['ci', 'install', 'run', 'pack', 'ls', 'audit', 'update', 'view'];
const required = ['npm start', 'npm test'];

export function documentedCommands(tree: Tree): readonly string[] {
  const { scripts } = JSON.parse(tree.read('package.json')) as { scripts: Record<string, string> };
  const unknown = tree.files
    .filter((file) => documents.test(file))
    .flatMap((file) =>
      commandsIn(tree.read(file))
        .filter((name) => !(name in scripts))
        .map((name) => `${file}: "npm run ${name}" does not exist in package.json.`),
    );
  const readme = tree.files.includes('README.md') ? tree.read('README.md') : '';
  const missing = required.filter((command) => !readme.includes(command));
  return [...unknown, ...missing.map((command) => `README.md does not show "${command}".`)];
}

function commandsIn(text: string): readonly string[] {
  const run = [...text.matchAll(/\bnpm run ([a-z][\w:-]*)/g)].map(([, name = '']) => name);
  const short = [...text.matchAll(/`npm ([a-z][\w-]*)/g)].map(([, name = '']) => name);
  return [...run, ...short.filter((name) => !npmOwn.includes(name))];
}

export function documentedLinks(tree: Tree): readonly string[] {
  return tree.files
    .filter((file) => documents.test(file))
    .flatMap((file) =>
      linksIn(tree.read(file))
        .filter((link) => !exists(tree, join(dirname(file), link)))
        .map((link) => `${file}: the link to "${link}" leads nowhere.`),
    );
}

function linksIn(text: string): readonly string[] {
  return [...text.matchAll(/\]\(([^)\s#]+)[^)]*\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^[a-z]+:/.test(link));
}

function exists({ files }: Tree, path: string): boolean {
  return files.some((file) => file === path || file.startsWith(`${path.replace(/\/$/, '')}/`));
}
