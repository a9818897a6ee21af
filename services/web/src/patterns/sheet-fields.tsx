import type { Download } from '@dhanman/client';
import type { Sheet } from '@dhanman/contracts';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { base64Of } from '../api/base64.js';
import { EmptyWorkbook } from './empty-workbook.js';
import classes from './sheet.module.css';

/** A workbook in Base64 stands for the text. */
export interface WrittenSheet {
  readonly text: string;
  readonly workbook?: string;
}

/** What is sent of it. */
export function bodyOf({ text, workbook }: WrittenSheet): Sheet {
  return workbook === undefined ? { text } : { workbook };
}

interface SheetFieldsProps {
  readonly sheet: WrittenSheet;
  readonly change: (sheet: WrittenSheet) => void;
  readonly error: string | undefined;
  /** The same in every language: they are what the first row of the sheet says. */
  readonly columns: { readonly needed: string; readonly more: string };
  /** Reads the empty workbook, unless what is there already is exported as one. */
  readonly emptyWorkbook?: (() => Promise<Download>) | undefined;
}

/** A file, or the cells that somebody copied out of a spreadsheet. */
export function SheetFields({ sheet, change, error, columns, emptyWorkbook }: SheetFieldsProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className={classes.sheet}>
      <label htmlFor={`${id}-file`}>{t('sheet.file')}</label>
      <input
        id={`${id}-file`}
        type="file"
        accept=".csv,.tsv,.txt,.xlsx,text/csv"
        onChange={({ currentTarget: { files } }) => files?.[0] && void sheetIn(files[0]).then(change)}
      />
      <label htmlFor={`${id}-text`}>{t('sheet.text')}</label>
      <p id={`${id}-hint`} className={classes.hint}>
        {t('sheet.columns', columns)}{' '}
        <a href={emptySheet(columns)} download="sheet.csv">
          {t('sheet.template')}
        </a>
      </p>
      {emptyWorkbook && <EmptyWorkbook read={emptyWorkbook} />}
      <textarea
        id={`${id}-text`}
        name="text"
        required={sheet.workbook === undefined}
        rows={8}
        spellCheck={false}
        className={classes.text}
        aria-describedby={error === undefined ? `${id}-hint` : `${id}-hint ${id}-error`}
        aria-invalid={error === undefined ? undefined : true}
        value={sheet.text}
        onChange={({ currentTarget }) => change({ text: currentTarget.value })}
      />
      {error !== undefined && (
        <p id={`${id}-error`} className={classes.error}>
          {error}
        </p>
      )}
    </div>
  );
}

async function sheetIn(file: File): Promise<WrittenSheet> {
  const isWorkbook = file.name.toLowerCase().endsWith('.xlsx');
  return isWorkbook ? { text: '', workbook: await base64Of(file) } : { text: await file.text() };
}

/** With a mark by which spreadsheets know the letters of every language. */
function emptySheet({ needed, more }: SheetFieldsProps['columns']): string {
  const names = [needed, more].filter((some) => some !== '').join(', ');
  return `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${names.replaceAll(', ', ',')}\r\n`)}`;
}
