import { common } from '@dhanman/client';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openApi } from '../api/api.js';
import { ChoiceField, TextField } from '../patterns/field.js';
import { Form } from '../patterns/form.js';
import { useSubmission, type Submission, type Values } from '../patterns/use-submission.js';
import { LanguageOptions } from '../patterns/language-options.js';
import { usePreferences } from '../preferences/preference-store.js';
import { type Language, languageIn } from '../preferences/preferences.js';
import { AccountCard } from './account-card.js';
import classes from './account.module.css';

/** A new organization with its first company and its owner, in one act. */
export function SignUpPage() {
  const { t } = useTranslation();
  const { language } = usePreferences();
  const [email, setEmail] = useState<string>();
  const submission = useSubmission({
    send: async (values, idempotencyKey) => {
      const body = detailsIn(values, language);
      await openApi(common.signUpsSignUp, { body }, { idempotencyKey });
      return values['person.email'] ?? '';
    },
    done: setEmail,
  });
  if (email !== undefined) return <MailIsOnItsWay email={email} />;
  return (
    <AccountCard
      title={t('signUp.title')}
      intro={t('signUp.intro')}
      others={<Link to="/sign-in">{t('signUp.signIn')}</Link>}
    >
      <Form submission={submission} action={t('signUp.action')}>
        <You submission={submission} />
        <YourCompany submission={submission} />
      </Form>
    </AccountCard>
  );
}

interface PartProps {
  readonly submission: Submission;
}

function You({ submission: { errorOf } }: PartProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={classes.group}>
      <legend>{t('signUp.you')}</legend>
      <TextField
        name="person.name"
        required
        autoComplete="name"
        label={t('account.name')}
        error={errorOf('person.name')}
      />
      <TextField
        name="person.email"
        type="email"
        required
        autoComplete="email"
        label={t('account.email')}
        error={errorOf('person.email')}
      />
    </fieldset>
  );
}

function YourCompany({ submission: { errorOf } }: PartProps) {
  const { t } = useTranslation();
  const { language } = usePreferences();
  return (
    <fieldset className={classes.group}>
      <legend>{t('signUp.firstCompany')}</legend>
      <TextField
        name="organization.name"
        required
        autoComplete="organization"
        label={t('signUp.organization')}
        hint={t('signUp.organizationHint')}
        error={errorOf('organization.name')}
      />
      <TextField
        name="company.name"
        label={t('signUp.company')}
        hint={t('signUp.companyHint')}
        error={errorOf('company.name')}
      />
      <ChoiceField name="company.kind" required label={t('signUp.kind')} error={errorOf('company.kind')}>
        <option value="business">{t('signUp.business')}</option>
        <option value="society">{t('signUp.society')}</option>
      </ChoiceField>
      <ChoiceField
        name="company.preferences.language"
        required
        label={t('signUp.papers')}
        hint={t('signUp.papersHint')}
        defaultValue={language}
        error={errorOf('company.preferences.language')}
      >
        <LanguageOptions />
      </ChoiceField>
    </fieldset>
  );
}

function MailIsOnItsWay({ email }: { readonly email: string }) {
  const { t } = useTranslation();
  return (
    <AccountCard title={t('signUp.done')} others={<Link to="/sign-in">{t('signUp.signIn')}</Link>}>
      <p>{t('signUp.doneText', { email })}</p>
    </AccountCard>
  );
}

/** The company of somebody who has one company is called like the organization. */
function detailsIn(values: Values, language: Language): common.SignUp {
  const organization = values['organization.name'] ?? '';
  const papers = languageIn(values['company.preferences.language']);
  return {
    organization: { name: organization },
    company: {
      name: values['company.name'] || organization,
      kind: values['company.kind'] === 'society' ? 'society' : 'business',
      preferences: { language: papers ?? language },
    },
    person: {
      name: values['person.name'] ?? '',
      email: values['person.email'] ?? '',
      language,
    },
  };
}
