import { common } from '@dhanman/client';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { formatRupees } from '../formats/amount.js';
import { useMe } from '../session/me.js';
import classes from './people.module.css';

export const useRoles = () =>
  useQuery({
    queryKey: ['roles'],
    queryFn: async ({ signal }) => (await api(common.rolesList, {}, { signal })).body.items,
  });

/** Built-in roles are called in the language of the reader, others as they were named. */
export function useRoleName(): (id: string) => string {
  const { t } = useTranslation();
  const { data = [] } = useRoles();
  const builtIn: Readonly<Record<string, string>> = t('role', { returnObjects: true });
  return (id) => builtIn[id] ?? data.find((role) => role.id === id)?.name ?? id;
}

/** What somebody holds: the role, where, and up to which amount. */
export function Grants({ grants }: { readonly grants: readonly common.RoleGrant[] }) {
  const { t } = useTranslation();
  const nameOf = useRoleName();
  const companies = useMe()?.companies ?? [];
  return (
    <ul className={`${classes.grants} ${classes.held}`}>
      {grants.map(({ role, companyId, amountLimit }) => (
        <li key={`${role} ${companyId ?? ''}`}>
          {nameOf(role)}
          {companyId !== undefined && (
            <span className={classes.muted}>
              {' · '}
              {companies.find(({ id }) => id === companyId)?.name ?? t('people.otherCompany')}
            </span>
          )}
          {amountLimit !== undefined && (
            <span className={classes.muted}>
              {' '}
              · {t('people.upTo', { amount: formatRupees(amountLimit) })}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
