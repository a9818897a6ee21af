// What a service says of a field it says in English; the app says it in the language of its reader, by the code. A code
// without words there would show as a sentence that says little, so that it is found here: in the rules of the services
// and libraries, and in what the contracts' schemas can say.
import type { Tree } from './tree.ts';

const wordsIn = ['services/web/src/language/hi-fields.ts', 'services/web/src/language/hi-account.ts'];
const schemaCodes = 'libs/contracts/src/http/field-codes.ts';
const kinds = 'invalid|unauthenticated|forbidden|not-found|conflict|stale|limited|unavailable';
const rule = new RegExp(`\\b(?:super|new DomainError)\\(\\s*'(?:${kinds})',\\s*([^,]+),`, 'g');

type Said = { readonly code: string; readonly at: string; readonly call: string };

export function fieldWords(tree: Tree): readonly string[] {
  const words = new Map(wordsIn.flatMap((file) => [...wordsOf(tree.read(file))]));
  return [...ofRules(tree), ...ofSchemas(tree)].flatMap(({ code, at, call }) => {
    const sentences = [...words].filter(([known]) => matches(code, known)).map(([, sentence]) => sentence);
    if (sentences.length === 0)
      return [`${at}: "${code}" is said of a field and has no words in ${wordsIn[0]}.`];
    return missingFigures(sentences, call).map(
      (figure) => `${at}: the words for "${code}" tell {{${figure}}}, which its details do not hold.`,
    );
  });
}

/** A rule that names a field. A code that is no literal is passed on from such a rule and found there. */
function ofRules(tree: Tree): readonly Said[] {
  const sources = tree.files.filter(
    (file) =>
      /^(services|libs)\/[^/]+\/src\/.*\.ts$/.test(file) && !/\.spec\.ts$|^services\/web\//.test(file),
  );
  return sources.flatMap((file) => {
    const text = tree.read(file);
    return [...text.matchAll(rule)].flatMap(({ index, 0: head, 1: code = '' }) => {
      const call = wholeCall(text, index + head.indexOf('('));
      const literal = /^['`](.+)['`]$/.exec(code)?.[1];
      if (literal === undefined || !/\bfield\b/.test(call)) return [];
      return [{ code: literal, at: `${file}:${text.slice(0, index).split('\n').length}`, call }];
    });
  });
}

function ofSchemas(tree: Tree): readonly Said[] {
  const text = tree.read(schemaCodes);
  const list = /shapeCodes = \[([^;]*)\] as const;/.exec(text)?.[1] ?? '';
  const shapes = [...list.matchAll(/'([a-z-]+)'/g)];
  const sentences = [...text.matchAll(/':\s*'([a-z-]+)',/g)];
  return [...shapes, ...sentences].map(({ 1: code = '' }) => ({
    code,
    at: schemaCodes,
    call: 'details: { minimum, maximum }',
  }));
}

function wholeCall(text: string, start: number): string {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (depth === 0) return text.slice(start, at + 1);
  }
  return text.slice(start);
}

function wordsOf(text: string): ReadonlyMap<string, string> {
  const pairs = text.matchAll(/^\s+'?([a-z][a-z-]*)'?:\s+'([^']*)',$/gm);
  return new Map([...pairs].map(({ 1: code = '', 2: sentence = '' }) => [code, sentence]));
}

/** A code that is put together stands for all that it can become; one of them has to be known at least. */
function matches(code: string, known: string): boolean {
  return (
    code === known ||
    (code.includes('${') && new RegExp(`^${code.replaceAll(/\$\{[^}]*\}/g, '[a-z-]+')}$`).test(known))
  );
}

function missingFigures(sentences: readonly string[], call: string): readonly string[] {
  const details = call.slice(call.indexOf('details'));
  const figures = sentences.flatMap((sentence) => [...sentence.matchAll(/\{\{(\w+)\}\}/g)]);
  const names = new Set(figures.map(({ 1: name = '' }) => name));
  return [...names].filter((name) => !call.includes('details') || !new RegExp(`\\b${name}\\b`).test(details));
}
