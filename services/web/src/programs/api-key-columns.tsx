import type { common } from '@dhanman/client';
import { systemClock } from '@dhanman/kernel';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { formatInstant } from '../formats/instant.js';
import type { Column } from '../patterns/records.js';
import { StateChip } from '../patterns/state-chip.js';
import { Grants } from '../people/grants.js';
import classes from './programs.module.css';

type ApiKey = common.ApiKey;

const hasExpired = ({ expiresAt }: ApiKey): boolean => Date.parse(expiresAt) <= systemClock.now().getTime();

export function isWorking(apiKey: ApiKey): boolean {
  return apiKey.revokedAt === null && !hasExpired(apiKey);
}

function stateOf(apiKey: ApiKey): 'working' | 'revoked' | 'expired' {
  if (apiKey.revokedAt !== null) return 'revoked';
  return hasExpired(apiKey) ? 'expired' : 'working';
}

export const apiKeyColumns = (t: TFunction): readonly Column<ApiKey>[] => [
  {
    label: t('apiKeys.name'),
    cell: ({ name, ending }) => (
      <>
        <span className={classes.name}>{name}</span>
        <code className={classes.muted}>dhk_…{ending}</code>
      </>
    ),
  },
  { label: t('people.role'), cell: ({ grants }) => <Grants grants={grants} /> },
  {
    label: t('people.state'),
    isLoud: true,
    cell: (apiKey) => (
      <StateChip
        tone={isWorking(apiKey) ? 'good' : 'neutral'}
        icon={isWorking(apiKey) ? IconCircleCheck : IconCircleX}
      >
        {t(`apiKeys.state.${stateOf(apiKey)}`)}
      </StateChip>
    ),
  },
  {
    label: t('apiKeys.lastUsed'),
    cell: ({ lastUsedAt }) =>
      lastUsedAt === null ? t('apiKeys.never') : formatInstant(Date.parse(lastUsedAt)),
  },
  { label: t('apiKeys.expires'), cell: ({ expiresAt }) => formatInstant(Date.parse(expiresAt)) },
];
