// A test that is singled out, skipped or promised makes a green run say less than it seems. A test that the machine
// cannot run is chosen at run time, with its reason in the title: `(why ? it.skip : it)('… (skipped: why)', …)`.
import { findLines, type Tree } from './tree.ts';

const unfinished = /\b(it|test|describe)\.(only|skip|todo)(\.each)?[(`]|\b[xf](it|test|describe)\(/;

export function unfinishedTests(tree: Tree): readonly string[] {
  const tests = tree.files.filter(
    (file) => /\.(spec|test)\.(tsx?|mjs|js)$/.test(file) && !file.startsWith('deploy/checks/'),
  );
  return findLines(tree, tests, unfinished, 'a test is singled out, skipped or only promised.');
}
