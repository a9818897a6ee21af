import { Button } from '@mantine/core';
import { common } from '@dhanman/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { formatInstant } from '../formats/instant.js';
import { Loaded } from '../patterns/loaded.js';
import { ProblemNote } from '../patterns/problem-note.js';
import { Records, type Column } from '../patterns/records.js';
import { AddPasskey } from './add-passkey.js';
import { canUsePasskeys } from './can-use-passkeys.js';
import { RenamePasskey } from './rename-passkey.js';
import classes from './security.module.css';

const queryKey = ['passkeys'] as const;

/** Keys in one's phone, laptop or pocket: no password to be learned by others, and none to be forgotten. */
export function Passkeys() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const passkeys = useQuery({
    queryKey,
    queryFn: async ({ signal }) => (await api(common.passkeysList, {}, { signal })).body.items,
  });
  const [renamed, setRenamed] = useState<common.Passkey>();
  const refresh = () => client.invalidateQueries({ queryKey });
  const renameDone = (): void => {
    setRenamed(undefined);
    void refresh();
  };
  const remove = useMutation({
    mutationFn: (id: string) => api(common.passkeysRemove, { path: { id } }),
    onSettled: refresh,
  });
  return (
    <section className={classes.section}>
      <h2>{t('passkeys.title')}</h2>
      <p className={classes.muted}>{t('passkeys.text')}</p>
      {remove.error && <ProblemNote error={remove.error} />}
      <Loaded query={passkeys}>
        {(rows) =>
          rows.length > 0 && (
            <Records
              label={t('passkeys.title')}
              rows={rows}
              keyOf={({ id }) => id}
              columns={columns(t)}
              actions={(passkey) => (
                <Actions
                  passkey={passkey}
                  rename={() => setRenamed(passkey)}
                  remove={() => remove.isPending || remove.mutate(passkey.id)}
                  isBusy={remove.isPending}
                />
              )}
            />
          )
        }
      </Loaded>
      <Add done={() => void refresh()} />
      {renamed && <RenamePasskey passkey={renamed} close={renameDone} />}
    </section>
  );
}

interface ActionsProps {
  readonly passkey: common.Passkey;
  readonly rename: () => void;
  readonly remove: () => void;
  readonly isBusy: boolean;
}

function Actions({ passkey: { name }, rename, remove, isBusy }: ActionsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Button variant="default" aria-label={t('passkeys.renameOf', { name })} onClick={rename}>
        {t('passkeys.rename')}
      </Button>
      <Button
        variant="default"
        aria-label={t('passkeys.removeOf', { name })}
        aria-disabled={isBusy}
        onClick={remove}
      >
        {t('passkeys.remove')}
      </Button>
    </>
  );
}

function Add({ done }: { readonly done: () => void }) {
  const { t } = useTranslation();
  const [isAdding, setAdding] = useState(false);
  const close = (): void => {
    setAdding(false);
    done();
  };
  if (!canUsePasskeys()) return <p className={classes.muted}>{t('passkeys.notHere')}</p>;
  return (
    <>
      <Button variant="default" onClick={() => setAdding(true)}>
        {t('passkeys.add')}
      </Button>
      {isAdding && <AddPasskey close={close} />}
    </>
  );
}

const columns = (t: TFunction): readonly Column<common.Passkey>[] => [
  { label: t('passkeys.name'), cell: ({ name }) => name },
  { label: t('passkeys.createdAt'), cell: ({ createdAt }) => formatInstant(Date.parse(createdAt)) },
  {
    label: t('security.lastUsedAt'),
    cell: ({ lastUsedAt }) =>
      lastUsedAt === null ? t('passkeys.never') : formatInstant(Date.parse(lastUsedAt)),
  },
];
