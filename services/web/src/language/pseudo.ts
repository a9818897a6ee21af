type Sentences = { readonly [key: string]: string | Sentences };

const marked: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  A: 'Á',
  E: 'É',
  O: 'Ó',
};

/** Translations grow by this much; words of it wrap as words do. */
const growth = 0.4;
const more = ' lóngér';

/** Says to whoever lays out the line that this was written from the right, although its letters are not. */
const side = '\u200F';

/** The same sentences in a language that nobody speaks; what they are filled with keeps its place. */
export function asPseudo(sentences: object): Sentences {
  const entries = Object.entries(sentences as Sentences).map(([key, said]) => [
    key,
    typeof said === 'string' ? pseudo(said) : asPseudo(said),
  ]);
  return Object.fromEntries(entries) as Sentences;
}

function pseudo(said: string): string {
  const parts = said.split(/(\{\{[^}]*\}\})/);
  const written = parts.map((part, index) =>
    index % 2 === 1 ? part : part.replace(/[aeiouAEO]/g, (letter) => marked[letter] ?? letter),
  );
  return side + written.join('') + more.repeat(Math.ceil((said.length * growth) / more.length)) + side;
}
