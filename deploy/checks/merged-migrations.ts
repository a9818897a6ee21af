// A migration that was merged has run somewhere: it is never edited or deleted, the next one corrects it.
import { git } from './tree.ts';

const migrations = [':(glob)services/*/src/migrations/**', ':(glob)libs/*/src/**/migrations/**'];

export function mergedMigrations(root: string, main = 'origin/main'): readonly string[] {
  const base = commonAncestor(root, main);
  if (base === undefined) return [];
  const changed = git(root, [
    'diff',
    '--name-only',
    '--no-renames',
    '--diff-filter=MD',
    base,
    '--',
    ...migrations,
  ]);
  return changed
    .split('\n')
    .filter((file) => file !== '')
    .map((file) => `${file}: this migration is merged; write a new one that corrects it.`);
}

/** Undefined where there is nothing to compare with: no remote, or a clone without history. */
function commonAncestor(root: string, main: string): string | undefined {
  try {
    return git(root, ['merge-base', main, 'HEAD']).trim();
  } catch {
    return undefined;
  }
}
