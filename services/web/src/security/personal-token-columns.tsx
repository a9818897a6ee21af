import type { common } from '@dhanman/client';
import { systemClock } from '@dhanman/kernel';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { formatInstant } from '../formats/instant.js';
import type { Column } from '../patterns/records.js';
import { StateChip } from '../patterns/state-chip.js';

type PersonalToken = common.PersonalToken;

export function isWorking(token: PersonalToken): boolean {
  return stateOf(token) === 'working';
}

function stateOf({ endedAt, expiresAt }: PersonalToken): 'working' | 'ended' | 'expired' {
  if (endedAt !== null) return 'ended';
  return Date.parse(expiresAt) <= systemClock.now().getTime() ? 'expired' : 'working';
}

export const personalTokenColumns = (t: TFunction): readonly Column<PersonalToken>[] => [
  {
    label: t('personalTokens.name'),
    cell: ({ name, ending }) => (
      <>
        {name} <code>dhk_…{ending}</code>
      </>
    ),
  },
  {
    label: t('personalTokens.mayDo'),
    cell: ({ readsOnly }) => t(readsOnly ? 'personalTokens.reads' : 'personalTokens.all'),
  },
  {
    label: t('security.state'),
    isLoud: true,
    cell: (token) => (
      <StateChip
        tone={isWorking(token) ? 'good' : 'neutral'}
        icon={isWorking(token) ? IconCircleCheck : IconCircleX}
      >
        {t(`personalTokens.state.${stateOf(token)}`)}
      </StateChip>
    ),
  },
  {
    label: t('security.lastUsedAt'),
    cell: ({ lastUsedAt }) =>
      lastUsedAt === null ? t('personalTokens.never') : formatInstant(Date.parse(lastUsedAt)),
  },
  { label: t('personalTokens.expires'), cell: ({ expiresAt }) => formatInstant(Date.parse(expiresAt)) },
];
