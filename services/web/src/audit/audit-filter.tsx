import { Button } from '@mantine/core';
import type { ServiceName } from '@dhanman/client';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceField, TextField } from '../patterns/field.js';
import { useMedia } from '../preferences/appearance.js';
import { LinkButton } from '../patterns/link-button.js';
import { useEntityName } from './act.js';
import { type AuditSearch, auditActions, auditSearchIn } from './audit-search.js';
import type { useNames } from './use-names.js';
import classes from './audit.module.css';

interface AuditFilterProps {
  readonly search: AuditSearch;
  readonly readable: readonly ServiceName[];
  readonly names: ReturnType<typeof useNames>;
}

interface FoldedProps extends AuditFilterProps {
  /** What is done with what was found. */
  readonly children: ReactNode;
}

/** Where there is little room the trail comes first, and what to look for is unfolded. */
export function AuditFilter({ children, ...props }: FoldedProps) {
  const { t } = useTranslation();
  const isNarrow = useMedia('(width < 600px)');
  const content = (
    <>
      <Filter {...props} />
      {children}
    </>
  );
  if (!isNarrow) return content;
  const count = Object.keys(props.search).length;
  return (
    <details className={classes.unfold}>
      <summary>{count > 0 ? t('audit.filtered', { count }) : t('audit.filter')}</summary>
      {content}
    </details>
  );
}

/** What is looked for stands in the address, so that it can be sent to somebody. */
function Filter({ search, readable, names }: AuditFilterProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const look = (form: FormData): void => {
    void navigate({ to: '/audit', search: auditSearchIn(Object.fromEntries(form)) });
  };
  return (
    <form className={classes.filter} role="search" action={look}>
      <Choice
        name="service"
        label={t('operations.service')}
        chosen={search.service}
        options={readable.map((name) => [name, t(`service.${name}.name`)])}
      />
      <WhatAndWho search={search} names={names} />
      <TextField name="from" type="date" label={t('audit.since')} defaultValue={search.from} />
      <TextField name="to" type="date" label={t('audit.until')} defaultValue={search.to} />
      <div className={classes.buttons}>
        <Button type="submit" leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}>
          {t('audit.look')}
        </Button>
        {Object.keys(search).length > 0 && (
          <LinkButton variant="default" to="/audit">
            {t('audit.all')}
          </LinkButton>
        )}
      </div>
    </form>
  );
}

function WhatAndWho({ search, names }: Pick<AuditFilterProps, 'search' | 'names'>) {
  const { t } = useTranslation();
  const nameOf = useEntityName();
  const kinds = Object.keys(t('audit.kinds', { returnObjects: true }));
  const people = [...names.people];
  return (
    <>
      <Choice
        name="entity"
        label={t('audit.entity')}
        chosen={search.entity}
        options={kinds.map((kind) => [kind, nameOf(kind)])}
      />
      <TextField name="entityId" label={t('audit.entityId')} defaultValue={search.entityId} />
      {people.length > 0 ? (
        <Choice name="actor" label={t('audit.actor')} chosen={search.actor} options={people} />
      ) : (
        <TextField name="actor" label={t('audit.actor')} defaultValue={search.actor} />
      )}
      <Choice
        name="action"
        label={t('audit.act')}
        chosen={search.action}
        options={auditActions.map((action) => [action, t(`audit.action.${action}`)])}
      />
    </>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly chosen: string | undefined;
  readonly options: readonly (readonly [value: string, word: string])[];
}

/** One of these or any; what the address names is kept, also where it is not among them. */
function Choice({ name, label, chosen, options }: ChoiceProps) {
  const { t } = useTranslation();
  const isKnown = chosen === undefined || options.some(([value]) => value === chosen);
  return (
    <ChoiceField name={name} label={label} defaultValue={chosen ?? ''}>
      <option value="">{t('audit.any')}</option>
      {!isKnown && <option value={chosen}>{chosen}</option>}
      {options.map(([value, word]) => (
        <option key={value} value={value}>
          {word}
        </option>
      ))}
    </ChoiceField>
  );
}
