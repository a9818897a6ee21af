// What a key does on a page is written on the page itself, by `aria-keyshortcuts` on the button, link or field that it
// stands for: screen readers say it, the sheet of keys lists it, and a press does what a click would.

export interface PageKey {
  readonly keys: string;
  readonly name: string;
}

/** Nothing below an open dialog can be reached by a key, as it cannot by a pointer. */
function reach(): ParentNode {
  const dialog = [...document.querySelectorAll('dialog[open]')].at(-1);
  return dialog ?? document.activeElement?.closest('[role=dialog]') ?? document;
}

/** Does what stands for the key; false when nothing on the page does. */
export function act(name: string): boolean {
  const candidates = declaring(reach()).filter((element) => shortcutsOf(element).includes(name));
  const form = document.activeElement?.closest('form');
  const element = candidates.find((one) => one.closest('form') === form) ?? candidates[0];
  if (element === undefined) return false;
  if (element instanceof HTMLInputElement) {
    element.focus();
    element.select();
  } else element.click();
  return true;
}

/** What the keys of this page are, each once, in the order in which they stand on it. */
export function keysOnPage(): readonly PageKey[] {
  const all = declaring(document.getElementById('content') ?? document).flatMap((element) =>
    shortcutsOf(element).map((keys) => ({ keys, name: nameOfElement(element) })),
  );
  return all.filter(({ keys }, index) => all.findIndex((one) => one.keys === keys) === index);
}

/** Moves the focus to the next row of a list, or the one before; the first one when none has it. */
export function moveRow(by: 1 | -1): boolean {
  const rows = [...reach().querySelectorAll<HTMLElement>('[data-row]')];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const row = at === -1 ? rows[0] : rows[at + by];
  const target = row?.querySelector<HTMLElement>('a, button');
  target?.focus();
  target?.scrollIntoView({ block: 'nearest' });
  return rows.length > 0;
}

/** Ticks the row that has the focus, or unticks it. */
export function tickRow(): boolean {
  const row = document.activeElement?.closest('[data-row]');
  const box = row?.querySelector<HTMLInputElement>('input[type=checkbox]');
  box?.click();
  return box !== null && box !== undefined;
}

/** Whether what has the focus takes letters: there a letter is a letter. */
export function isTypedInto(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type);
}

function declaring(within: ParentNode): readonly HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>('[aria-keyshortcuts]')].filter(
    (element) => element.checkVisibility() && element.ariaDisabled !== 'true',
  );
}

function shortcutsOf(element: HTMLElement): readonly string[] {
  return element.getAttribute('aria-keyshortcuts')?.split(' ') ?? [];
}

/** A label says its name first, and then perhaps that it may stay empty. */
function nameOfElement(element: HTMLElement): string {
  if (element.ariaLabel !== null) return element.ariaLabel;
  const [label = element] = element instanceof HTMLInputElement ? (element.labels ?? []) : [];
  return (label.firstChild instanceof Text ? label.firstChild : label).textContent.trim();
}
