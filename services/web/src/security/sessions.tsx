import { Button } from '@mantine/core';
import { common } from '@dhanman/client';
import { IconDeviceDesktop } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { formatInstant } from '../formats/instant.js';
import { Loaded } from '../patterns/loaded.js';
import { ProblemNote } from '../patterns/problem-note.js';
import { Records, type Column } from '../patterns/records.js';
import { StateChip } from '../patterns/state-chip.js';
import { deviceIn } from './device.js';
import classes from './security.module.css';

const queryKey = ['sessions'] as const;

/** Everywhere one is signed in; what one does not know one ends. */
export function Sessions() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const sessions = useQuery({
    queryKey,
    queryFn: async ({ signal }) => (await api(common.accountListSessions, {}, { signal })).body.items,
  });
  const end = useMutation({
    mutationFn: (uid: string) => api(common.accountEndSession, { path: { uid } }),
    onSuccess: () => client.invalidateQueries({ queryKey }),
  });
  return (
    <section className={classes.section}>
      <h2>{t('security.sessions')}</h2>
      <p className={classes.muted}>{t('security.sessionsText')}</p>
      {end.error && <ProblemNote error={end.error} />}
      <Loaded query={sessions}>
        {(rows) => (
          <Records
            label={t('security.sessions')}
            rows={rows}
            keyOf={({ id }) => id}
            columns={columns(t)}
            actions={({ id, isCurrent, userAgent }) =>
              !isCurrent && (
                <Button
                  variant="default"
                  aria-label={t('security.endOf', { device: deviceIn(userAgent) })}
                  aria-disabled={end.isPending}
                  onClick={() => end.mutate(id)}
                >
                  {t('security.end')}
                </Button>
              )
            }
          />
        )}
      </Loaded>
    </section>
  );
}

const columns = (t: TFunction): readonly Column<common.Session>[] => [
  { label: t('security.device'), cell: ({ userAgent }) => <span translate="no">{deviceIn(userAgent)}</span> },
  {
    label: t('security.state'),
    isLoud: true,
    cell: ({ isCurrent }) =>
      isCurrent && (
        <StateChip tone="good" icon={IconDeviceDesktop}>
          {t('security.current')}
        </StateChip>
      ),
  },
  { label: t('security.network'), cell: ({ network }) => <code>{network}</code> },
  { label: t('security.signedInAt'), cell: ({ signedInAt }) => formatInstant(Date.parse(signedInAt)) },
  { label: t('security.lastUsedAt'), cell: ({ lastUsedAt }) => formatInstant(Date.parse(lastUsedAt)) },
];
