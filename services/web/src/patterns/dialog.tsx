import { useEffect, useId, useRef, type ReactNode } from 'react';
import classes from './dialog.module.css';

interface DialogProps {
  readonly title: string;
  /** Without it the dialog cannot be left: it asks for what the page cannot go on without. */
  readonly close?: () => void;
  /** For what needs two columns. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** Over the page while it is rendered. The browser's own: it keeps the focus inside and gives it back. */
export function Dialog({ title, close, isWide = false, children }: DialogProps) {
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const { current } = dialog;
    current?.showModal();
    return () => current?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={classes.dialog}
      aria-labelledby={titleId}
      data-wide={isWide || undefined}
      onCancel={(event) => {
        event.preventDefault();
        close?.();
      }}
    >
      <h2 id={titleId}>{title}</h2>
      {children}
    </dialog>
  );
}
