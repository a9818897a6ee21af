// A command in the documentation that does not exist is worse than none.
import type { Tree } from './tree.ts';

const documents = /^(README|CONTRIBUTING)\.md$|^docs\/.+\.md$/;
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
