import type { Download } from '@dhanman/client';
import { UnstyledButton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { keepFile } from '../api/keep-file.js';
import { ProblemNote } from './problem-note.js';
import classes from './sheet.module.css';

/** Saves the workbook to fill in. */
export function EmptyWorkbook({ read }: { readonly read: () => Promise<Download> }) {
  const { t } = useTranslation();
  const save = useMutation({ mutationFn: async () => keepFile(await read()) });
  return (
    <div className={classes.hint}>
      <UnstyledButton
        type="button"
        className={classes.template}
        aria-disabled={save.isPending}
        onClick={() => save.mutate()}
      >
        {t('sheet.workbookTemplate')}
      </UnstyledButton>
      {save.error && <ProblemNote error={save.error} />}
    </div>
  );
}
