import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface AddButtonProps {
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** Adds one more to the list of the page, by `n` as well. */
export function AddButton({ onClick, children }: AddButtonProps) {
  return (
    <Button
      aria-keyshortcuts="n"
      leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
      onClick={onClick}
    >
      {children}
    </Button>
  );
}
