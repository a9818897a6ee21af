import { Button } from '@mantine/core';
import { common } from '@dhanman/client';
import { IconCircleCheck, IconCircleX, IconHourglass, type Icon } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { formatInstant } from '../formats/instant.js';
import { Loaded } from '../patterns/loaded.js';
import { ProblemNote } from '../patterns/problem-note.js';
import { Records, type Column } from '../patterns/records.js';
import { StateChip } from '../patterns/state-chip.js';
import { useMay } from '../session/me.js';
import type { Tone } from '../theme/tokens.js';
import { Grants } from './grants.js';
import classes from './people.module.css';

export const invitationsKey = ['invitations'] as const;

export function Invitations() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const may = useMay();
  const invitations = useQuery({
    queryKey: invitationsKey,
    queryFn: async ({ signal }) =>
      (await api(common.invitationsList, { query: { limit: 200 } }, { signal })).body.items,
  });
  const answer = useMutation({
    mutationFn: ({ id, act }: Act) =>
      act === 'withdraw'
        ? api(common.invitationsWithdraw, { path: { id } })
        : api(common.invitationsSendAgain, { path: { id } }),
    onSettled: () => client.invalidateQueries({ queryKey: invitationsKey }),
  });
  return (
    <section className={classes.section}>
      <h2>{t('people.invitations')}</h2>
      {answer.error && <ProblemNote error={answer.error} />}
      <p role="status" className={classes.muted}>
        {answer.isSuccess && answer.variables.act === 'sendAgain' && t('people.sentAgain')}
      </p>
      <Loaded query={invitations}>
        {(rows) =>
          rows.length === 0 ? (
            <p className={classes.muted}>{t('people.nobodyInvited')}</p>
          ) : (
            <Records
              label={t('people.invitations')}
              rows={rows}
              keyOf={({ id }) => id}
              columns={columns(t)}
              actions={(invitation) =>
                may('dhanman.common.membership.invite') && (
                  <Actions invitation={invitation} isBusy={answer.isPending} act={answer.mutate} />
                )
              }
            />
          )
        }
      </Loaded>
    </section>
  );
}

interface Act {
  readonly id: string;
  readonly act: 'sendAgain' | 'withdraw';
}

interface ActionsProps {
  readonly invitation: common.Invitation;
  readonly isBusy: boolean;
  readonly act: (act: Act) => void;
}

/** One that ran out can be sent again: it lasts from then on. */
function Actions({ invitation: { id, email, state }, isBusy, act: run }: ActionsProps) {
  const { t } = useTranslation();
  if (state !== 'open' && state !== 'expired') return null;
  return (['sendAgain', 'withdraw'] as const).map((act) => (
    <Button
      key={act}
      variant="default"
      aria-label={t(`people.${act}Of`, { email })}
      aria-disabled={isBusy}
      onClick={() => isBusy || run({ id, act })}
    >
      {t(`people.${act}`)}
    </Button>
  ));
}

const looks: Readonly<Record<common.Invitation['state'], { readonly tone: Tone; readonly icon: Icon }>> = {
  open: { tone: 'progress', icon: IconHourglass },
  accepted: { tone: 'good', icon: IconCircleCheck },
  withdrawn: { tone: 'neutral', icon: IconCircleX },
  expired: { tone: 'warning', icon: IconCircleX },
};

const columns = (t: TFunction): readonly Column<common.Invitation>[] => [
  { label: t('account.email'), cell: ({ email }) => <span className={classes.name}>{email}</span> },
  { label: t('people.role'), cell: ({ grants }) => <Grants grants={grants} /> },
  {
    label: t('people.state'),
    isLoud: true,
    cell: ({ state }) => <StateChip {...looks[state]}>{t(`people.invitation.${state}`)}</StateChip>,
  },
  { label: t('people.expires'), cell: ({ expiresAt }) => formatInstant(Date.parse(expiresAt)) },
];
