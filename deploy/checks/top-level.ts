// The top level is a closed list: a newcomer reads it once, and every new thing has to find its place below.
import type { Tree } from './tree.ts';

const folders = ['services', 'libs', 'deploy', 'systemd', 'nginx', 'docs'];
const files = [
  ...['package.json', 'package-lock.json', 'nx.json', 'tsconfig.base.json', 'tsconfig.json'],
  ...[
    'README.md',
    'CONTRIBUTING.md',
    'LICENSE',
    'SECURITY.md',
    'CHANGELOG.md',
    'eslint.config.js',
    'jest.config.js',
  ],
];

export function topLevel({ files: tree }: Tree): readonly string[] {
  const entries = new Set(tree.map((file) => file.split('/')[0] ?? ''));
  return [...entries]
    .filter((entry) => !entry.startsWith('.') && !folders.includes(entry) && !files.includes(entry))
    .map(
      (entry) =>
        `"${entry}" does not belong at the top level: only ${[...folders, ...files].join(', ')} and dotfiles do.`,
    );
}
