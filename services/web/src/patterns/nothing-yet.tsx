import { EmptyState } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import classes from './nothing-yet.module.css';

interface NothingYetProps {
  readonly icon: Icon;
  readonly title: string;
  /** What would stand here, and how it comes to be. */
  readonly text: string;
}

/** In the place of a list that has no rows. */
export function NothingYet({ icon: Picture, title, text }: NothingYetProps) {
  return (
    <EmptyState
      className={classes.space}
      icon={<Picture size={32} stroke={1.5} aria-hidden />}
      title={title}
      description={text}
    />
  );
}
