import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TrailEntry } from './trail-pages.js';
import type { Names } from './use-names.js';
import classes from './audit.module.css';

interface ActProps {
  readonly entry: TrailEntry;
  readonly names: Names;
}

/** One line of the trail as a sentence: somebody changed something. Its record leads to everything about that record. */
export function Act({ entry, names }: ActProps) {
  const { t } = useTranslation();
  const { action, actor, companyId, entity, entityId, service } = entry;
  const what = useRecordName()(entry);
  const who = actor === null ? t('audit.itself') : (names.get(actor) ?? actor);
  return (
    <>
      <span className={classes.act}>{t(`audit.did.${action}`, { who, what })}</span>
      <Circumstances entry={entry} names={names} />
      <span className={classes.muted}>
        {companyId !== null && names.has(companyId) && `${names.get(companyId) ?? ''} · `}
        <Link
          to="/audit"
          search={{ service, entity, entityId }}
          aria-label={t('audit.historyOf', { what, id: entityId })}
        >
          {t('audit.history')}
        </Link>
      </span>
    </>
  );
}

/** In whose place and with what, where it was not simply the actor at the app. */
function Circumstances({ entry: { actingFor, byToken }, names }: ActProps) {
  const { t } = useTranslation();
  return (
    <>
      {actingFor !== null && (
        <span className={classes.muted}>
          {t('audit.actingFor', { who: names.get(actingFor) ?? actingFor })}
        </span>
      )}
      {byToken !== null && <span className={classes.muted}>{t('audit.byToken', { id: byToken })}</span>}
    </>
  );
}

/** What a line is about: of a list, which one it was. */
function useRecordName(): (entry: TrailEntry) => string {
  const { t } = useTranslation();
  const nameOf = useEntityName();
  const lists: Readonly<Record<string, string>> = t('audit.lists', { returnObjects: true });
  return ({ entity, entityId }) => (entity === 'list' ? lists[entityId] : undefined) ?? nameOf(entity);
}

/** Kinds of records in the language of the reader; one that this page is too old to know keeps its name. */
export function useEntityName(): (entity: string) => string {
  const { t } = useTranslation();
  const known: Readonly<Record<string, string>> = t('audit.kinds', { returnObjects: true });
  return (entity) => known[entity] ?? entity;
}
