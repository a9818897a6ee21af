import { useRouter } from '@tanstack/react-router';
import { useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../patterns/dialog.js';
import { ProblemNote } from '../patterns/problem-note.js';
import { type Entry, groups, stepped } from './entry.js';
import { PaletteList } from './palette-list.js';
import { ranked } from './ranking.js';
import { useFound } from './use-found.js';
import { usePlaces } from './use-places.js';
import classes from './palette.module.css';

/** One box to go anywhere, begin anything and find a document. The focus stays in the box; arrows move the choice. */
export function Palette({ close }: { readonly close: () => void }) {
  const { t } = useTranslation();
  const router = useRouter();
  const listId = useId();
  const [typed, type] = useState('');
  const [at, choose] = useState(0);
  const places = usePlaces();
  const { found, error, isLooking } = useFound(typed);
  const entries = inGroups([...ranked(places, typed), ...found]);
  const chosen = entries[Math.min(at, entries.length - 1)];

  const open = (entry: Entry, inNewTab: boolean): void => {
    close();
    if (inNewTab) window.open(entry.to, '_blank', 'noopener');
    else router.history.push(entry.to);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) choose(stepped(at, step, entries.length));
    else if (event.key === 'Enter' && chosen) open(chosen, event.ctrlKey || event.metaKey);
    else return;
    event.preventDefault();
  };

  return (
    <Dialog title={t('palette.title')} close={close}>
      <input
        className={classes.box}
        role="combobox"
        aria-label={t('palette.title')}
        aria-expanded={entries.length > 0}
        aria-controls={listId}
        aria-activedescendant={chosen && `${listId}-${String(entries.indexOf(chosen))}`}
        autoComplete="off"
        placeholder={t('palette.hint')}
        value={typed}
        onChange={({ currentTarget }) => {
          type(currentTarget.value);
          choose(0);
        }}
        onKeyDown={onKeyDown}
      />
      {error && <ProblemNote error={error} />}
      <PaletteList id={listId} {...{ entries, chosen, open }} />
      <p className={classes.note} role="status">
        {isLooking ? t('palette.looking') : entries.length === 0 ? t('palette.none') : t('palette.keys')}
      </p>
    </Dialog>
  );
}

function inGroups(entries: readonly Entry[]): readonly Entry[] {
  return groups.flatMap((group) => entries.filter((entry) => entry.group === group));
}
