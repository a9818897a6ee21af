import { Button } from '@mantine/core';
import { common } from '@dhanman/client';
import { IconShieldCheck, IconShieldOff } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PasswordField } from '../account/password-field.js';
import { api } from '../api/signed-api.js';
import { Dialog } from '../patterns/dialog.js';
import { Form } from '../patterns/form.js';
import { Loaded } from '../patterns/loaded.js';
import { StateChip } from '../patterns/state-chip.js';
import { useSubmission } from '../patterns/use-submission.js';
import { SetUpSecondFactor } from './set-up-second-factor.js';
import classes from './security.module.css';

const queryKey = ['second-factor'] as const;

export function SecondFactor() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [open, setOpen] = useState<'set-up' | 'remove'>();
  const factor = useQuery({
    queryKey,
    queryFn: async ({ signal }) => (await api(common.accountGetSecondFactor, {}, { signal })).body,
  });
  const close = (): void => {
    setOpen(undefined);
    void client.invalidateQueries({ queryKey });
  };
  return (
    <section className={classes.section}>
      <h2>{t('secondFactor.title')}</h2>
      <p className={classes.muted}>{t('secondFactor.text')}</p>
      <Loaded query={factor}>
        {({ isOn, recoveryCodesLeft }) => (
          <div className={classes.stack}>
            <div>
              <StateChip tone={isOn ? 'good' : 'neutral'} icon={isOn ? IconShieldCheck : IconShieldOff}>
                {t(isOn ? 'secondFactor.on' : 'secondFactor.off')}
              </StateChip>
            </div>
            {isOn && <p>{t('secondFactor.left', { count: recoveryCodesLeft })}</p>}
            <div>
              <Button variant="default" onClick={() => setOpen(isOn ? 'remove' : 'set-up')}>
                {t(isOn ? 'secondFactor.remove' : 'secondFactor.setUp')}
              </Button>
            </div>
          </div>
        )}
      </Loaded>
      {open === 'set-up' && <SetUpSecondFactor close={close} />}
      {open === 'remove' && <Remove close={close} />}
    </section>
  );
}

function Remove({ close }: { readonly close: () => void }) {
  const { t } = useTranslation();
  const submission = useSubmission({
    send: ({ currentPassword = '' }) => api(common.accountRemoveSecondFactor, { body: { currentPassword } }),
    done: close,
  });
  return (
    <Dialog title={t('secondFactor.remove')} close={close}>
      <Form
        submission={submission}
        action={t('secondFactor.remove')}
        isDangerous
        aside={
          <Button variant="default" onClick={close}>
            {t('form.cancel')}
          </Button>
        }
      >
        <p>{t('secondFactor.removeText')}</p>
        <PasswordField
          name="currentPassword"
          autoComplete="current-password"
          label={t('account.password')}
          error={submission.errorOf('currentPassword')}
        />
      </Form>
    </Dialog>
  );
}
