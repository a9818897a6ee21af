import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { keepFile } from '../api/keep-file.js';
import { download } from '../api/signed-api.js';
import { ProblemNote } from '../patterns/problem-note.js';
import { kindOf, requestOf, type ShownReport } from './report-list.js';
import type { ReportSearch } from './report-search.js';
import classes from './reports.module.css';

const formats = ['csv', 'xlsx', 'pdf'] as const;

interface ExportButtonsProps {
  readonly name: ShownReport;
  readonly companyId: string;
  readonly search: ReportSearch;
}

/** What is shown, as a file: the same days, known at the same moment. */
export function ExportButtons({ name, companyId, search }: ExportButtonsProps) {
  const { t } = useTranslation();
  const { operation } = kindOf(name);
  const save = useMutation({
    mutationFn: async (format: (typeof formats)[number]) => {
      const { path, query } = requestOf(name, companyId, search);
      keepFile(await download(operation, { path, query: { ...query, format } }));
    },
  });
  return (
    <div className={classes.exports}>
      {formats.map((format) => (
        <Button
          key={format}
          variant="default"
          leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
          aria-disabled={save.isPending}
          aria-label={t('reports.exportAs', { format: format.toUpperCase() })}
          onClick={() => save.mutate(format)}
        >
          {format.toUpperCase()}
        </Button>
      ))}
      {save.error && <ProblemNote error={save.error} />}
    </div>
  );
}
