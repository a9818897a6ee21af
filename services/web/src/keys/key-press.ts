/** What is read of a press; a KeyboardEvent is one. */
export interface Press {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** How long the second key of two may take. */
const patienceMs = 1500;

/** The first keys that wait for a second one: `g` goes, `c` begins. */
const leaders = ['g', 'c'];

/**
 * A press as `aria-keyshortcuts` writes it: `Control+S`, `/`, `j`. Letters come from where the key lies when the layout
 * is not Latin, so that the keys of the sheet work under a Devanagari layout as well.
 */
export function nameOf(press: Press): string | undefined {
  if (press.altKey) return undefined;
  const plain = plainKey(press);
  if (!press.ctrlKey && !press.metaKey) return plain;
  return `Control+${plain.length === 1 ? plain.toUpperCase() : plain}`;
}

function plainKey({ key, code, shiftKey }: Press): string {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  const isLatin = key.length !== 1 || key.charCodeAt(0) < 128;
  if (isLatin || letter === undefined) return key;
  return shiftKey ? letter : letter.toLowerCase();
}

export interface Begun {
  readonly key: string;
  readonly atMs: number;
}

/** What stands for all presses so far, and what the next press continues. */
export function afterPress(
  name: string,
  begun: Begun | undefined,
  nowMs: number,
): { readonly keys: string; readonly begun: Begun | undefined } {
  if (begun !== undefined && nowMs - begun.atMs <= patienceMs) {
    return { keys: `${begun.key} ${name}`, begun: undefined };
  }
  return { keys: name, begun: leaders.includes(name) ? { key: name, atMs: nowMs } : undefined };
}

/** A key that is also a letter one types, and that a person may switch off (WCAG 2.1.4). */
export function isSingle(name: string): boolean {
  return name.length === 1;
}

const printed: Readonly<Record<string, string>> = { Control: 'Ctrl', Escape: 'Esc' };

/** `Control+Enter` as it is printed on the key caps. */
export function capsOf(keys: string): readonly string[] {
  return keys.split(/[ +](?=.)/).map((key) => printed[key] ?? key);
}
