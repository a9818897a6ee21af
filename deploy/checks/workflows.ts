// What runs on the machines of others with our rights: an action is named by the hash that was read, because a tag can be
// moved to other code, and a workflow says what it may do and how long.
import type { Tree } from './tree.ts';

const workflow = /^\.github\/workflows\/[^/]+\.ya?ml$/;
const pinned = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)*$/;

const secretsAreIn = 'docs/releases.md';

export function workflows(tree: Tree): readonly string[] {
  return tree.files
    .filter((file) => workflow.test(file))
    .flatMap((file) => {
      const text = tree.read(file);
      return [...movable(text), ...unlimited(text), ...unlisted(tree, text), ...pasted(text)].map(
        (wrong) => `${file}: ${wrong}`,
      );
    });
}

function movable(text: string): readonly string[] {
  return [...text.matchAll(/^\s*(?:- )?uses: *(.+)$/gm)]
    .map(([, action = '']) => action.trim())
    .filter((action) => !action.startsWith('./') && !pinned.test(action))
    .map(
      (action) =>
        `"${action}" can be moved: name the hash, and the version behind it (@<40 digits> # v1.2.3).`,
    );
}

function unlimited(text: string): readonly string[] {
  const wrong: string[] = [];
  if (!/^permissions:/m.test(text)) wrong.push('it does not say which permissions it has.');
  const jobs = [...text.matchAll(/^ {4}runs-on:/gm)].length;
  const limits = [...text.matchAll(/^ {4}timeout-minutes:/gm)].length;
  if (jobs !== limits) wrong.push(`${String(jobs)} jobs, but ${String(limits)} say how long they may take.`);
  return wrong;
}

/** Whoever sets a repository up reads there what it must be given. */
function unlisted(tree: Tree, text: string): readonly string[] {
  const used = new Set([...text.matchAll(/\bsecrets\.(\w+)/g)].map(([, name = '']) => name));
  if (used.size === 0) return [];
  const listed = tree.read(secretsAreIn);
  return [...used]
    .filter((name) => !listed.includes(`\`${name}\``))
    .map((name) => `the secret ${name} is not listed in ${secretsAreIn}.`);
}

/** What stands in a command is run, whoever wrote it: a value comes through the environment, where it is only text. */
function pasted(text: string): readonly string[] {
  return [...text.matchAll(/^\s*(?:- )?run: *(.*\$\{\{.*)$/gm)].map(
    ([, command = '']) => `"${command}" pastes a value into a command: give it as an environment variable.`,
  );
}
