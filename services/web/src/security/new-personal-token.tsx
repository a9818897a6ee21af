import { Button } from '@mantine/core';
import { common } from '@dhanman/client';
import { useTranslation } from 'react-i18next';
import { PasswordField } from '../account/password-field.js';
import { api } from '../api/signed-api.js';
import { Dialog } from '../patterns/dialog.js';
import { ChoiceField, TextField } from '../patterns/field.js';
import { Form } from '../patterns/form.js';
import { useSubmission } from '../patterns/use-submission.js';
import { ValidDays } from '../programs/valid-days.js';

interface NewPersonalTokenProps {
  readonly close: () => void;
  readonly made: (token: common.PersonalTokenWithSecret) => void;
}

export function NewPersonalToken({ close, made }: NewPersonalTokenProps) {
  const { t } = useTranslation();
  const submission = useSubmission({
    send: async ({ name = '', mayDo, validDays = '90', currentPassword = '' }) => {
      const body = { name, readsOnly: mayDo === 'reads', validDays: Number(validDays), currentPassword };
      return (await api(common.personalTokensCreate, { body })).body;
    },
    done: made,
  });
  return (
    <Dialog title={t('personalTokens.make')} close={close}>
      <Form
        submission={submission}
        action={t('personalTokens.make')}
        aside={
          <Button variant="default" onClick={close}>
            {t('form.cancel')}
          </Button>
        }
      >
        <TextField
          name="name"
          required
          maxLength={60}
          autoComplete="off"
          label={t('personalTokens.name')}
          hint={t('personalTokens.nameHint')}
          error={submission.errorOf('name')}
        />
        <MayDo />
        <ValidDays choices={[7, 30, 90, 365]} error={submission.errorOf('validDays')} />
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

function MayDo() {
  const { t } = useTranslation();
  return (
    <ChoiceField name="mayDo" required defaultValue="reads" label={t('personalTokens.mayDo')}>
      <option value="reads">{t('personalTokens.reads')}</option>
      <option value="all">{t('personalTokens.all')}</option>
    </ChoiceField>
  );
}
