import { common } from '@dhanman/client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { PageHeader } from '../layout/page-header.js';
import { ChoiceField, TextField } from '../patterns/field.js';
import { Form } from '../patterns/form.js';
import { LanguageOptions } from '../patterns/language-options.js';
import { useSubmission } from '../patterns/use-submission.js';
import { changePreferences, usePreferences } from '../preferences/preference-store.js';
import { languageIn } from '../preferences/preferences.js';
import { meQuery, useMe } from '../session/me.js';

/** Who one is to the others, and the language of this device and of one's mails. */
export function ProfilePage() {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <>
      <PageHeader title={t('profile.title')} />
      {me && <Profile person={me.person} />}
    </>
  );
}

function Profile({ person }: { readonly person: common.Me['person'] }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [isSaved, setSaved] = useState(false);
  const submission = useSubmission({
    send: async ({ name = '', language: chosen }) => {
      setSaved(false);
      await api(common.accountChooseName, { body: { name } });
      const known = languageIn(chosen);
      if (!known) return;
      await api(common.accountChooseLanguage, { body: { language: known } });
      changePreferences({ language: known });
    },
    done: () => {
      setSaved(true);
      void client.invalidateQueries({ queryKey: meQuery.queryKey });
    },
  });
  return (
    <Form submission={submission} action={t('form.save')}>
      <TextField
        name="name"
        label={t('account.name')}
        autoComplete="name"
        required
        maxLength={200}
        defaultValue={person.name}
        error={submission.errorOf('name')}
      />
      <TextField
        name="email"
        label={t('account.email')}
        hint={t('profile.emailHint')}
        readOnly
        value={person.email}
        required
      />
      <Language />
      <p role="status">{isSaved && t('profile.saved')}</p>
    </Form>
  );
}

function Language() {
  const { t } = useTranslation();
  const { language } = usePreferences();
  return (
    <ChoiceField
      name="language"
      label={t('profile.language')}
      hint={t('profile.languageHint')}
      required
      defaultValue={language}
    >
      <LanguageOptions />
    </ChoiceField>
  );
}
