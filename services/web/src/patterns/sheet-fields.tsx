import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './sheet.module.css';

interface SheetFieldsProps {
  readonly text: string;
  readonly change: (text: string) => void;
  readonly error: string | undefined;
  /** The same in every language: they are what the first row of the sheet says. */
  readonly columns: { readonly needed: string; readonly more: string };
}

/** A file, or the cells that somebody copied out of a spreadsheet. */
export function SheetFields({ text, change, error, columns }: SheetFieldsProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className={classes.sheet}>
      <label htmlFor={`${id}-file`}>{t('sheet.file')}</label>
      <input
        id={`${id}-file`}
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        onChange={({ currentTarget }) => void currentTarget.files?.[0]?.text().then(change)}
      />
      <label htmlFor={`${id}-text`}>{t('sheet.text')}</label>
      <p id={`${id}-hint`} className={classes.hint}>
        {t('sheet.columns', columns)}{' '}
        <a href={emptySheet(columns)} download="sheet.csv">
          {t('sheet.template')}
        </a>
      </p>
      <textarea
        id={`${id}-text`}
        name="text"
        required
        rows={8}
        spellCheck={false}
        className={classes.text}
        aria-describedby={error === undefined ? `${id}-hint` : `${id}-hint ${id}-error`}
        aria-invalid={error === undefined ? undefined : true}
        value={text}
        onChange={({ currentTarget }) => change(currentTarget.value)}
      />
      {error !== undefined && (
        <p id={`${id}-error`} className={classes.error} lang="en">
          {error}
        </p>
      )}
    </div>
  );
}

/** With a mark by which spreadsheets know the letters of every language. */
function emptySheet({ needed, more }: SheetFieldsProps['columns']): string {
  const names = [needed, more].filter((some) => some !== '').join(', ');
  return `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${names.replaceAll(', ', ',')}\r\n`)}`;
}
