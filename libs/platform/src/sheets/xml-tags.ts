import { NoWorkbook } from './archive.js';

/** A tag, and the text since the one before it. */
export interface Tag {
  /** Without the prefix of its namespace, which every program chooses for itself. */
  readonly name: string;
  readonly kind: 'begin' | 'end' | 'empty';
  readonly attributes: string;
  readonly before: string;
}

const anyTag = /<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:"[^"]*"|'[^']*'|[^"'<>])*)>/y;
const instruction = /<\?[^>]*\?>|<!--(?:[^-]|-(?!->))*-->/y;

/**
 * The tags of an XML text in their order: as much of XML as workbooks use. A declaration of a document type, by which a
 * few bytes could define gigabytes, is refused.
 */
export function* tagsIn(xml: string): Generator<Tag> {
  let after = 0;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', after)) {
    const skipped = matched(instruction, xml, at);
    if (skipped) {
      after = at + skipped[0].length;
      continue;
    }
    const tag = matched(anyTag, xml, at);
    if (!tag) throw new NoWorkbook();
    const [whole, slash, name = '', attributes = ''] = tag;
    const kind = slash === '/' ? 'end' : attributes.endsWith('/') ? 'empty' : 'begin';
    yield { name, kind, attributes, before: xml.slice(after, at) };
    after = at + whole.length;
  }
}

/** The value of an attribute, whatever the prefix of its namespace. */
export function attributeOf({ attributes }: Tag, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found ? plain(found[1] ?? found[2] ?? '') : undefined;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text as it is meant. */
export function plain(text: string): string {
  return text.replaceAll(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,4}));/gi, (whole, hex, decimal, name) => {
    if (typeof name === 'string') return entities[name] ?? whole;
    const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
  });
}

function matched(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
