import { Button } from '@mantine/core';
import { common } from '@dhanman/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { Loaded } from '../patterns/loaded.js';
import { ProblemNote } from '../patterns/problem-note.js';
import { Records } from '../patterns/records.js';
import { SecretOnce } from '../programs/secret-once.js';
import { useMe } from '../session/me.js';
import { NewPersonalToken } from './new-personal-token.js';
import { isWorking, personalTokenColumns } from './personal-token-columns.js';
import classes from './security.module.css';

const queryKey = ['personal-tokens'] as const;

/** With what programs of one's own act in one's name, in the organization one works in at the moment. */
export function PersonalTokens() {
  const { t } = useTranslation();
  const organization = useMe()?.organization.name ?? '';
  const client = useQueryClient();
  const [isMaking, setMaking] = useState(false);
  const [made, setMade] = useState<common.PersonalTokenWithSecret>();
  const show = (token: common.PersonalTokenWithSecret): void => {
    setMaking(false);
    setMade(token);
    void client.invalidateQueries({ queryKey });
  };
  return (
    <section className={classes.section}>
      <h2>{t('personalTokens.title')}</h2>
      <p className={classes.muted}>{t('personalTokens.text', { organization })}</p>
      <List />
      <Button variant="default" onClick={() => setMaking(true)}>
        {t('personalTokens.make')}
      </Button>
      {isMaking && <NewPersonalToken close={() => setMaking(false)} made={show} />}
      {made && (
        <SecretOnce
          title={t('personalTokens.once', { name: made.name })}
          intro={t('personalTokens.onceText')}
          values={[
            [t('apiKeys.id'), made.id],
            [t('apiKeys.secret'), made.secret],
          ]}
          close={() => setMade(undefined)}
        />
      )}
    </section>
  );
}

function List() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const tokens = useQuery({
    queryKey,
    queryFn: async ({ signal }) => (await api(common.personalTokensList, {}, { signal })).body.items,
  });
  const revoke = useMutation({
    mutationFn: (id: string) => api(common.personalTokensRevoke, { path: { id } }),
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
  return (
    <>
      {revoke.error && <ProblemNote error={revoke.error} />}
      <Loaded query={tokens}>
        {(rows) =>
          rows.length > 0 && (
            <Records
              label={t('personalTokens.title')}
              rows={rows}
              keyOf={({ id }) => id}
              columns={personalTokenColumns(t)}
              actions={(token) =>
                isWorking(token) && (
                  <Button
                    variant="default"
                    aria-label={t('personalTokens.revokeOf', { name: token.name })}
                    aria-disabled={revoke.isPending}
                    onClick={() => revoke.isPending || revoke.mutate(token.id)}
                  >
                    {t('personalTokens.revoke')}
                  </Button>
                )
              }
            />
          )
        }
      </Loaded>
    </>
  );
}
