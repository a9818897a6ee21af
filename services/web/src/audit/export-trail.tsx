import { Button } from '@mantine/core';
import { common, type ServiceName } from '@dhanman/client';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { keepFile } from '../api/keep-file.js';
import { download } from '../api/signed-api.js';
import { ProblemNote } from '../patterns/problem-note.js';
import { type AuditSearch, auditQuery } from './audit-search.js';
import classes from './audit.module.css';

interface ExportTrailProps {
  readonly search: AuditSearch;
  readonly services: readonly ServiceName[];
}

/** All that was looked for, also what is not shown yet: a file of each service, since each keeps its own trail. */
export function ExportTrail({ search, services }: ExportTrailProps) {
  const { t } = useTranslation();
  const save = useMutation({
    mutationFn: async (service: ServiceName) => {
      const operation = { ...common.auditList, service };
      keepFile(await download(operation, { query: { ...auditQuery(search), format: 'csv' } }));
    },
  });
  return (
    <section className={classes.exports} aria-label={t('audit.exports', { format: 'CSV' })}>
      <span className={classes.muted}>{t('audit.exports', { format: 'CSV' })}</span>
      {services.map((service) => (
        <Button
          key={service}
          variant="default"
          size="compact-md"
          leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
          aria-disabled={save.isPending}
          onClick={() => save.isPending || save.mutate(service)}
        >
          {t(`service.${service}.name`)}
        </Button>
      ))}
      {save.error && <ProblemNote error={save.error} />}
    </section>
  );
}
