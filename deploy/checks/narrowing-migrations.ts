// During a release the version before runs beside the new one, on the tables as the new one has changed them. So a
// migration only adds; one that takes away or asks for more says in a comment why nobody misses it:
//   // Narrows invoice: no version since 1.4 reads the description.
import { commentsIn, narrowingsOf, type Narrowing } from './migration-statements.ts';
import { narrowedByAll } from './narrowings-before-the-check.ts';
import type { Tree } from './tree.ts';

const migration = /^(?:services\/[a-z]+|libs\/[a-z-]+)\/src\/(?:.*\/)?migrations\/[^/]+(?<!\.spec)\.ts$/;
const mark = /\bNarrows ([a-z_]+):[ \t]*([^\n]*)/g;
const fewestLettersOfReason = 15;

export function narrowingMigrations(tree: Tree): readonly string[] {
  return tree.files
    .filter((file) => migration.test(file))
    .flatMap((file) => findingsIn(file, tree.read(file)));
}

function findingsIn(file: string, text: string): readonly string[] {
  const narrowed = narrowingsOf(text);
  const before = narrowedByAll[file] ?? [];
  const marks = marksIn(text);
  const excused = new Set([...before, ...marks.keys()]);
  return [
    ...narrowed.filter(({ table }) => !excused.has(table)).map((narrowing) => complaint(file, narrowing)),
    ...[...excused]
      .filter((table) => !narrowed.some((narrowing) => narrowing.table === table))
      .map((table) => `${file}: says that it narrows "${table}", but does not.`),
    ...[...marks]
      .filter(([, reason]) => reason.length < fewestLettersOfReason)
      .map(([table]) => `${file}: say why nobody misses what "${table}" loses.`),
  ];
}

function complaint(file: string, { table, narrows }: Narrowing): string {
  return (
    `${file}: "${narrows}" takes from "${table}" what the version before may use while both run. Only add now and ` +
    `take away two releases later, or write "// Narrows ${table}: why nobody misses it".`
  );
}

function marksIn(text: string): ReadonlyMap<string, string> {
  const comments = commentsIn(text).join('\n');
  return new Map(
    [...comments.matchAll(mark)].map(([, table = '', reason = '']) => [
      table,
      reason.replace(/\*\/$/, '').trim(),
    ]),
  );
}
