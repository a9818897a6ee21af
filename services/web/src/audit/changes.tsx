import { useTranslation } from 'react-i18next';
import { type ChangedValue, changedValues } from './changed-values.js';
import type { TrailEntry } from './trail-pages.js';
import { useValueWords } from './value-words.js';
import type { Names } from './use-names.js';
import classes from './audit.module.css';

interface ChangesProps {
  readonly entry: TrailEntry;
  readonly names: Names;
}

/** So many are read at a glance; more are unfolded. */
const fewest = 5;

/** What was there and what is there now, value by value. What was made, or looked for, has no before. */
export function Changes({ entry: { action, changes }, names }: ChangesProps) {
  const { t } = useTranslation();
  const values = changedValues(changes);
  if (values.length === 0) return '–';
  const seen = action === 'created' ? [] : values.slice(0, fewest);
  const folded = values.slice(seen.length);
  return (
    <>
      {seen.length > 0 && <List {...{ values: seen, names }} isNew={action === 'read'} />}
      {folded.length > 0 && (
        <details className={classes.folded}>
          <summary>{t(seen.length > 0 ? 'audit.more' : 'audit.content', { count: folded.length })}</summary>
          <List {...{ values: folded, names }} isNew={action === 'created'} />
        </details>
      )}
    </>
  );
}

interface ListProps {
  readonly values: readonly ChangedValue[];
  readonly names: Names;
  readonly isNew: boolean;
}

function List({ values, names, isNew }: ListProps) {
  const { t } = useTranslation();
  const { fieldOf, valueOf } = useValueWords(names);
  return (
    <ul className={classes.changes}>
      {values.map(({ path, before, after }) => (
        <li key={path.join('.')}>
          <span className={classes.field}>{fieldOf(path)}</span>{' '}
          {!isNew && (
            <>
              <del aria-label={t('audit.before', { value: valueOf(before) })}>{valueOf(before)}</del>{' '}
              <span aria-hidden>→</span>{' '}
            </>
          )}
          <ins aria-label={t('audit.after', { value: valueOf(after) })}>{valueOf(after)}</ins>
        </li>
      ))}
    </ul>
  );
}
