import { inflateSync } from 'node:zlib';

/** What a person reads on a paper, a text that was set at once per line; glyphs are read as the paper says they are. */
export function textOf(pdf: Buffer): string {
  const objects = objectsOf(pdf.toString('latin1'));
  const pages = [...objects.values()].filter((object) => /\/Type \/Page\b/.test(object));
  return pages.map((page) => readPage(page, objects)).join('\n');
}

type Objects = ReadonlyMap<string, string>;

function objectsOf(pdf: string): Objects {
  return new Map(
    [...pdf.matchAll(/(?:^|\n)(\d+) 0 obj\n([^]*?)\nendobj/g)].map(([, id = '', text = '']) => [id, text]),
  );
}

function readPage(page: string, objects: Objects): string {
  const fonts = new Map(
    [...page.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, lettersOf(objects, id)]),
  );
  const drawn = streamOf(objects, /\/Contents (\d+) 0 R/.exec(page)?.[1]);
  return [...drawn.matchAll(/\nBT\n([^]*?)\nET\n/g)].map(([, set = '']) => readSet(set, fonts)).join('\n');
}

/** What many glyphs stand for together is written beside them. */
const part =
  /\/ActualText <FEFF([0-9A-F]+)>\n>> BDC[^]*?\nEMC(?:\n|$)|\/(f\d+) \S+ Tf|\[?\(([^]*?)\)\]? T[jJ](?:\n|$)/g;

/** Between the glyphs that are drawn at once stands by how much they move together. */
const moved = /\) -?[\d.]+ \(/g;

function readSet(set: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let letters: ReadonlyMap<number, string> | undefined;
  let text = '';
  for (const [, actual, font, glyphs = ''] of set.matchAll(part)) {
    if (font !== undefined) letters = fonts.get(font);
    if (actual !== undefined) text += unicode(actual);
    const bytes = Buffer.from(unescaped(glyphs.replaceAll(moved, '')), 'latin1');
    for (let at = 0; at + 1 < bytes.length; at += 2) text += letters?.get(bytes.readUInt16BE(at)) ?? '';
  }
  return text;
}

function unicode(hex: string): string {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le');
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function unescaped(text: string): string {
  return text.replaceAll(/\\(?:([0-7]{1,3})|([^]))/g, (_, octal: string | undefined, letter: string) =>
    octal === undefined ? (escapes[letter] ?? letter) : String.fromCharCode(Number.parseInt(octal, 8)),
  );
}

/** What its letters are, by the table that a font carries for who copies from the page. */
function lettersOf(objects: Objects, font: string): ReadonlyMap<number, string> {
  const table = streamOf(objects, /\/ToUnicode (\d+) 0 R/.exec(objects.get(font) ?? '')?.[1]);
  return new Map(
    [...table.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gm)].map(([, glyph = '', letters = '']) => [
      Number.parseInt(glyph, 16),
      unicode(letters),
    ]),
  );
}

function streamOf(objects: Objects, id: string | undefined): string {
  const [, stream = ''] = /stream\r?\n([^]*?)\r?\nendstream/.exec(objects.get(id ?? '') ?? '') ?? [];
  const bytes = Buffer.from(stream, 'latin1');
  return (bytes[0] === 0x78 ? inflateSync(bytes) : bytes).toString('latin1');
}
