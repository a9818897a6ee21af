import { systemClock } from '@dhanman/kernel';
import { useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useEffectEvent, useRef } from 'react';
import { saying } from '../language/language.js';
import { usePreferences } from '../preferences/preference-store.js';
import { useMay } from '../session/me.js';
import { afterPress, type Begun, isSingle, nameOf } from './key-press.js';
import { act, isTypedInto, moveRow, tickRow } from './on-page.js';
import { hideKeySheet, showKeySheet, useKeySheet } from './sheet-state.js';
import { waysFor } from './ways.js';

const fetchSheet = saying('keys', async () => import('./key-sheet.js'));
const KeySheet = lazy(async () => ({ default: (await fetchSheet()).KeySheet }));

const inLists: Readonly<Record<string, () => boolean>> = {
  j: () => moveRow(1),
  k: () => moveRow(-1),
  x: tickRow,
};

/** Hears the keys of the whole app: where one goes, what the page declares, and the rows of a list. */
export function KeyLayer() {
  const isOpen = useKeySheet();
  useKeys();
  if (!isOpen) return null;
  return (
    <Suspense>
      <KeySheet close={hideKeySheet} />
    </Suspense>
  );
}

function useKeys(): void {
  const router = useRouter();
  const { keys: wanted } = usePreferences();
  const may = useMay();
  const begun = useRef<Begun>(undefined);

  const isDone = (keys: string): boolean => {
    if (keys === '?') return showKeySheet();
    const way = keys.includes(' ') ? waysFor(may).find((one) => one.keys === keys) : undefined;
    if (way === undefined) return inLists[keys]?.() === true || act(keys);
    if (document.querySelector('dialog[open]') !== null) return false;
    router.history.push(way.to);
    return true;
  };

  const isLetterOnly = (name: string, target: EventTarget | null): boolean =>
    (isSingle(name) && wanted === 'off') || (!name.startsWith('Control+') && isTypedInto(target));

  const onKeyDown = useEffectEvent((event: KeyboardEvent): void => {
    const name = nameOf(event);
    if (name === undefined || isSomebodyElses(event)) return;
    if (isLetterOnly(name, event.target)) return;
    const press = afterPress(name, begun.current, systemClock.now().getTime());
    if (!isHeld(name)) begun.current = press.begun;
    if (isMeant(press.keys) && isDone(press.keys)) event.preventDefault();
  });

  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKeyDown(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

/** Done already, part of a word that is being composed, or a key held down: only in lists one goes on by holding. */
function isSomebodyElses({ defaultPrevented, isComposing, repeat, key }: KeyboardEvent): boolean {
  return defaultPrevented || isComposing || (repeat && !(key in inLists));
}

function isHeld(name: string): boolean {
  return ['Shift', 'Control', 'Meta'].includes(name);
}

/** Enter alone and the arrows are the browser's; Ctrl K is the palette's. Esc closes first what is open. */
function isMeant(keys: string): boolean {
  return (
    keys === 'Escape' ||
    keys.includes(' ') ||
    isSingle(keys) ||
    (keys.startsWith('Control+') && keys !== 'Control+K')
  );
}
