import { Button } from '@mantine/core';
import type { sales } from '@dhanman/client';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../patterns/field.js';
import { blankLine, described, type DraftLine } from './draft-line.js';
import classes from './sales.module.css';

interface LineFieldsProps {
  readonly lines: readonly DraftLine[];
  /** Whose names are offered. */
  readonly products: readonly sales.Product[];
  readonly change: (lines: readonly DraftLine[]) => void;
  readonly errorOf: (path: string) => string | undefined;
}

/** The lines of an invoice, each in a row of fields where there is room. */
export function LineFields({ lines, products, change, errorOf }: LineFieldsProps) {
  const { t } = useTranslation();
  const names = useId();
  return (
    <fieldset className={classes.lines}>
      <legend>{t('invoices.lines')}</legend>
      <datalist id={names}>
        {products.map(({ id, name, isActive }) => isActive && <option key={id} value={name} />)}
      </datalist>
      {lines.map((line, index) => (
        <Line
          key={line.key}
          {...{ line, index, errorOf, products, names }}
          change={(next) => change(lines.map((one) => (one.key === next.key ? next : one)))}
          {...(lines.length > 1 && { remove: () => change(lines.filter(({ key }) => key !== line.key)) })}
        />
      ))}
      <Button
        variant="default"
        className={classes.addLine}
        leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
        onClick={() => change([...lines, blankLine()])}
      >
        {t('invoices.addLine')}
      </Button>
    </fieldset>
  );
}

interface LineProps {
  readonly line: DraftLine;
  readonly index: number;
  readonly products: readonly sales.Product[];
  readonly names: string;
  readonly change: (line: DraftLine) => void;
  readonly remove?: () => void;
  readonly errorOf: (path: string) => string | undefined;
}

function Line({ line, index, products, names, change, remove, errorOf }: LineProps) {
  const { t } = useTranslation();
  const field = (name: Exclude<keyof DraftLine, 'key' | 'kept'>) => ({
    name: `lines.${index}.${name}`,
    value: line[name],
    error: errorOf(`lines.${index}.${name}`),
    label: t(`invoices.line.${name}`),
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) =>
      change({ ...line, [name]: currentTarget.value }),
  });
  return (
    <div className={classes.line} role="group" aria-label={t('invoices.lineNumber', { number: index + 1 })}>
      <TextField
        {...field('description')}
        required
        autoComplete="off"
        list={names}
        onChange={({ currentTarget }) => change(described(line, currentTarget.value, products))}
      />
      <TextField {...field('classification')} inputMode="numeric" maxLength={8} />
      <TextField {...field('quantity')} required inputMode="decimal" />
      <TextField {...field('unit')} required />
      <TextField {...field('price')} required inputMode="decimal" />
      <TextField {...field('ratePercent')} required inputMode="decimal" />
      {remove && (
        <Button
          variant="subtle"
          aria-label={t('invoices.removeLine', { number: index + 1 })}
          onClick={remove}
        >
          <IconTrash size={16} stroke={1.75} aria-hidden />
        </Button>
      )}
    </div>
  );
}
