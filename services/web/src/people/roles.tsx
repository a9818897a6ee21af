import type { common } from '@dhanman/client';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../patterns/loaded.js';
import { Records, type Column } from '../patterns/records.js';
import { useRoleName, useRoles } from './grants.js';
import classes from './people.module.css';

/** What each role permits, as the services read it. */
export function Roles() {
  const { t } = useTranslation();
  const nameOf = useRoleName();
  return (
    <section className={classes.section}>
      <h2>{t('people.roles')}</h2>
      <Loaded query={useRoles()}>
        {(rows) => (
          <Records
            label={t('people.roles')}
            rows={rows}
            keyOf={({ id }) => id}
            columns={columns(t, nameOf)}
          />
        )}
      </Loaded>
    </section>
  );
}

const columns = (t: TFunction, nameOf: (id: string) => string): readonly Column<common.Role>[] => [
  { label: t('people.role'), cell: ({ id }) => <span className={classes.name}>{nameOf(id)}</span> },
  {
    label: t('people.permits'),
    cell: ({ patterns }) => (
      <ul className={classes.grants}>
        {patterns.map((pattern) => (
          <li key={pattern}>
            <code>{pattern}</code>
          </li>
        ))}
      </ul>
    ),
  },
];
