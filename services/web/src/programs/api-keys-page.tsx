import { Button } from '@mantine/core';
import { common } from '@dhanman/client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { PageHeader } from '../layout/page-header.js';
import { AddButton } from '../patterns/add-button.js';
import { Loaded } from '../patterns/loaded.js';
import { Records } from '../patterns/records.js';
import { useMay } from '../session/me.js';
import { apiKeyColumns, isWorking } from './api-key-columns.js';
import { apiKeysKey } from './api-keys-key.js';
import { NewApiKey } from './new-api-key.js';
import classes from './programs.module.css';
import { RevokeApiKey } from './revoke-api-key.js';
import { RotateApiKey } from './rotate-api-key.js';
import { SecretOnce } from './secret-once.js';

type Open = { readonly act: 'make' } | { readonly act: 'rotate' | 'revoke'; readonly apiKey: common.ApiKey };

/** With what programs sign in. A secret is shown when it is made and never again. */
export function ApiKeysPage() {
  const { t } = useTranslation();
  const may = useMay();
  const [open, setOpen] = useState<Open>();
  const [made, setMade] = useState<common.ApiKeyWithSecret>();
  const make = may('dhanman.common.api-key.create') && (
    <AddButton onClick={() => setOpen({ act: 'make' })}>{t('apiKeys.make')}</AddButton>
  );
  const show = (one: common.ApiKeyWithSecret): void => {
    setOpen(undefined);
    setMade(one);
  };
  return (
    <>
      <PageHeader title={t('apiKeys.title')} intro={t('apiKeys.intro')} action={make} />
      <List open={setOpen} />
      {open && <Opened open={open} close={() => setOpen(undefined)} made={show} />}
      {made && (
        <SecretOnce
          title={t('apiKeys.once', { name: made.name })}
          intro={t('apiKeys.onceText')}
          values={[
            [t('apiKeys.id'), made.id],
            [t('apiKeys.secret'), made.secret],
          ]}
          close={() => setMade(undefined)}
        />
      )}
    </>
  );
}

interface OpenedProps {
  readonly open: Open;
  readonly close: () => void;
  readonly made: (apiKey: common.ApiKeyWithSecret) => void;
}

function Opened({ open, close, made }: OpenedProps) {
  if (open.act === 'make') return <NewApiKey {...{ close, made }} />;
  const { apiKey } = open;
  if (open.act === 'rotate') return <RotateApiKey {...{ apiKey, close, made }} />;
  return <RevokeApiKey {...{ apiKey, close }} />;
}

function List({ open }: Pick<ActionsProps, 'open'>) {
  const { t } = useTranslation();
  const keys = useQuery({
    queryKey: apiKeysKey,
    queryFn: async ({ signal }) =>
      (await api(common.apiKeysList, { query: { limit: 200 } }, { signal })).body.items,
  });
  return (
    <Loaded query={keys}>
      {(rows) =>
        rows.length === 0 ? (
          <p className={classes.muted}>{t('apiKeys.none')}</p>
        ) : (
          <Records
            label={t('apiKeys.title')}
            rows={rows}
            keyOf={({ id }) => id}
            columns={apiKeyColumns(t)}
            actions={(apiKey) => <Actions apiKey={apiKey} open={open} />}
          />
        )
      }
    </Loaded>
  );
}

interface ActionsProps {
  readonly apiKey: common.ApiKey;
  readonly open: (open: Open) => void;
}

function Actions({ apiKey, open }: ActionsProps) {
  const { t } = useTranslation();
  const may = useMay();
  if (!isWorking(apiKey)) return null;
  return (['rotate', 'revoke'] as const).map(
    (act) =>
      may(`dhanman.common.api-key.${act}`) && (
        <Button
          key={act}
          variant="default"
          aria-label={t(`apiKeys.${act}Of`, { name: apiKey.name })}
          onClick={() => open({ apiKey, act })}
        >
          {t(`apiKeys.${act}`)}
        </Button>
      ),
  );
}
