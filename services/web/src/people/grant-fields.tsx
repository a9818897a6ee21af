import type { common } from '@dhanman/client';
import { useTranslation } from 'react-i18next';
import { ChoiceField, TextField } from '../patterns/field.js';
import type { Submission, Values } from '../patterns/use-submission.js';
import { useMe } from '../session/me.js';
import { useRoleName, useRoles } from './grants.js';

interface GrantFieldsProps {
  readonly submission: Submission;
  readonly grant?: common.RoleGrant | undefined;
}

/** One role, in one company or in all of them. */
export function GrantFields({ submission: { errorOf }, grant }: GrantFieldsProps) {
  const { t } = useTranslation();
  const nameOf = useRoleName();
  const { data: roles = [] } = useRoles();
  return (
    <>
      <ChoiceField
        // Roles arrive after the field; a select keeps no value it has no option for.
        key={`role ${roles.length}`}
        name="grants.0.role"
        required
        defaultValue={grant?.role ?? 'accountant'}
        label={t('people.role')}
        error={errorOf('grants.0.role')}
      >
        {roles.map(({ id }) => (
          <option key={id} value={id}>
            {nameOf(id)}
          </option>
        ))}
      </ChoiceField>
      <CompanyField companyId={grant?.companyId} error={errorOf('grants.0.companyId')} />
      <TextField
        name="grants.0.amountLimit"
        inputMode="decimal"
        defaultValue={grant?.amountLimit}
        label={t('people.limit')}
        hint={t('people.limitHint')}
        error={errorOf('grants.0.amountLimit')}
      />
    </>
  );
}

interface CompanyFieldProps {
  readonly companyId: string | undefined;
  readonly error: string | undefined;
}

function CompanyField({ companyId = 'all', error }: CompanyFieldProps) {
  const { t } = useTranslation();
  const companies = useMe()?.companies ?? [];
  return (
    <ChoiceField
      name="grants.0.companyId"
      required
      defaultValue={companyId}
      label={t('people.where')}
      error={error}
    >
      <option value="all">{t('people.everywhere')}</option>
      {companies.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </ChoiceField>
  );
}

export function grantIn(values: Values): common.RoleGrant {
  const company = values['grants.0.companyId'] ?? 'all';
  const limit = (values['grants.0.amountLimit'] ?? '').replaceAll(/[,\s]/g, '');
  return {
    role: values['grants.0.role'] ?? '',
    ...(company !== 'all' && { companyId: company }),
    ...(limit !== '' && { amountLimit: limit }),
  };
}
