// Facts about the tree that no compiler sees. A check returns one sentence per finding, none when all is well.
import { decisionRecords } from './decision-records.ts';
import { completeLock, exactVersions } from './dependencies.ts';
import { documentedCommands, documentedLinks } from './documents.ts';
import { fieldWords } from './field-words.ts';
import { fileKinds } from './file-kinds.ts';
import { installScripts } from './install-scripts.ts';
import { machinePaths, secrets } from './leaks.ts';
import { mergedMigrations } from './merged-migrations.ts';
import { narrowingMigrations } from './narrowing-migrations.ts';
import { topLevel } from './top-level.ts';
import { treeOf, type Tree } from './tree.ts';
import { unauditedWrites } from './unaudited-writes.ts';
import { unfinishedTests } from './unfinished-tests.ts';
import { workflows } from './workflows.ts';

export type Check = {
  readonly name: string;
  readonly find: (tree: Tree, root: string) => readonly string[];
};

const checks: readonly Check[] = [
  { name: 'top level', find: topLevel },
  { name: 'file kinds', find: fileKinds },
  { name: 'field words', find: fieldWords },
  { name: 'unfinished tests', find: unfinishedTests },
  { name: 'unaudited writes', find: unauditedWrites },
  { name: 'secrets', find: secrets },
  { name: 'machine paths', find: machinePaths },
  { name: 'exact versions', find: exactVersions },
  { name: 'complete lock', find: completeLock },
  { name: 'install scripts', find: installScripts },
  { name: 'workflows', find: workflows },
  { name: 'documented commands', find: documentedCommands },
  { name: 'documented links', find: documentedLinks },
  { name: 'decision records', find: decisionRecords },
  { name: 'merged migrations', find: (_tree, root) => mergedMigrations(root) },
  { name: 'narrowing migrations', find: narrowingMigrations },
];

export type Finding = { readonly check: string; readonly findings: readonly string[] };

export function runChecks(root: string): readonly Finding[] {
  const tree = treeOf(root);
  return checks.map(({ name, find }) => ({ check: name, findings: find(tree, root) }));
}
