import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Tone } from '../theme/tokens.js';
import classes from './state-chip.module.css';

interface StateChipProps {
  readonly tone: Tone;
  readonly icon: Icon;
  /** Lets a change of state be seen: the chip lights up once. */
  readonly isNew?: boolean;
  readonly children: ReactNode;
}

/** A state in three signals, icon, word and colour, so that none of them has to be seen. */
export function StateChip({ tone, icon: ToneIcon, isNew = false, children }: StateChipProps) {
  return (
    <span className={classes.chip} data-tone={tone} data-new={isNew || undefined}>
      <ToneIcon size={16} stroke={1.75} aria-hidden />
      {children}
    </span>
  );
}
