import { Button } from '@mantine/core';
import { common } from '@dhanman/client';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { keepFile } from '../api/keep-file.js';
import { download } from '../api/signed-api.js';
import { LinkButton } from '../patterns/link-button.js';
import { ProblemNote } from '../patterns/problem-note.js';
import { useMay } from '../session/me.js';

const formats = ['csv', 'xlsx'] as const;

/** The chart as a file, which is also the pattern of what can be imported. */
export function ChartSheet() {
  const { t } = useTranslation();
  const may = useMay();
  const save = useMutation({
    mutationFn: async (format: (typeof formats)[number]) =>
      keepFile(await download(common.chartImportsSheet, { query: { format } })),
  });
  return (
    <>
      {formats.map((format) => (
        <Button
          key={format}
          variant="default"
          leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
          aria-disabled={save.isPending}
          onClick={() => save.mutate(format)}
        >
          {t(`chartImport.export.${format}`)}
        </Button>
      ))}
      {may('dhanman.common.account.create') && (
        <LinkButton to="/chart/import" variant="default">
          {t('journalImport.open')}
        </LinkButton>
      )}
      {save.error && <ProblemNote error={save.error} />}
    </>
  );
}
