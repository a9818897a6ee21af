// The files of the repository as the checks see them: committed or about to be, nothing that git ignores.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Tree = {
  readonly files: readonly string[];
  readonly read: (file: string) => string;
};

const binary = /\.(png|jpg|ico|woff2?|pdf|ttf)$/;

export function treeOf(root: string): Tree {
  const listed = git(root, ['ls-files', '--cached', '--others', '--exclude-standard', '-z']);
  const files = listed.split('\0').filter((file) => file !== '' && existsSync(join(root, file)));
  return { files, read: (file) => readFileSync(join(root, file), 'utf8') };
}

export function git(root: string, args: readonly string[]): string {
  return execFileSync('git', args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

export function textFiles({ files }: Tree): readonly string[] {
  return files.filter((file) => !binary.test(file) && file !== 'package-lock.json');
}

/** `file:line: what is wrong` for each line that the pattern finds. */
export function findLines(
  tree: Tree,
  files: readonly string[],
  pattern: RegExp,
  wrong: string,
): readonly string[] {
  return files.flatMap((file) =>
    tree
      .read(file)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${wrong}`] : [])),
  );
}
