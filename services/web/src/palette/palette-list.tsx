import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyCaps } from '../keys/key-caps.js';
import { type Entry, groups } from './entry.js';
import classes from './palette.module.css';

interface PaletteListProps {
  readonly id: string;
  readonly entries: readonly Entry[];
  readonly chosen: Entry | undefined;
  readonly open: (entry: Entry, inNewTab: boolean) => void;
}

export function PaletteList({ id, entries, chosen, open }: PaletteListProps) {
  const { t } = useTranslation();
  return (
    <div id={id} role="listbox" aria-label={t('palette.title')} className={classes.list}>
      {groups
        .filter((group) => entries.some((entry) => entry.group === group))
        .map((group) => (
          <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
            <span id={`${id}-${group}`} className={classes.heading}>
              {t(`palette.groups.${group}`)}
            </span>
            {entries
              .filter((entry) => entry.group === group)
              .map((entry) => (
                <Option
                  key={`${entry.to} ${entry.label}`}
                  id={`${id}-${String(entries.indexOf(entry))}`}
                  isChosen={entry === chosen}
                  {...{ entry, open }}
                />
              ))}
          </div>
        ))}
    </div>
  );
}

interface OptionProps extends Pick<PaletteListProps, 'id' | 'open'> {
  readonly entry: Entry;
  readonly isChosen: boolean;
}

function Option({ id, entry, isChosen, open }: OptionProps) {
  const option = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isChosen) option.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  return (
    // The keys are those of the box, which keeps the focus.
    <div
      ref={option}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      className={classes.option}
      onClick={({ ctrlKey, metaKey }) => open(entry, ctrlKey || metaKey)}
    >
      <span>{entry.label}</span>
      {entry.detail !== undefined && <span className={classes.detail}>{entry.detail}</span>}
      {entry.keys !== undefined && (
        <span aria-hidden>
          <KeyCaps keys={entry.keys} />
        </span>
      )}
    </div>
  );
}
