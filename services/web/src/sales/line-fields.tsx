import { Button } from '@mantine/core';
import type { sales } from '@dhanman/client';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { memo, useId, useLayoutEffect, useRef, useState } from 'react';
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

/** The lines of an invoice, each in a row of fields where there is room. A key that is pressed in one draws that one. */
export function LineFields({ lines, products, change, errorOf }: LineFieldsProps) {
  const { t } = useTranslation();
  const names = useId();
  const { put, remove } = useSteady(lines, change);
  return (
    <fieldset className={classes.lines}>
      <legend>{t('invoices.lines')}</legend>
      <Names id={names} products={products} />
      {lines.map((line, index) => (
        <Line
          key={line.key}
          {...{ line, index, products, names, put }}
          errors={errorsOf(index, errorOf)}
          remove={lines.length > 1 ? remove : undefined}
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

/** What changes the lines and is itself the same however often they changed: a line that did not is not drawn again. */
function useSteady(lines: LineFieldsProps['lines'], change: LineFieldsProps['change']) {
  const latest = useRef({ lines, change });
  useLayoutEffect(() => {
    latest.current = { lines, change };
  });
  const [steady] = useState(() => ({
    put: (next: DraftLine): void => {
      const { current } = latest;
      current.change(current.lines.map((one) => (one.key === next.key ? next : one)));
    },
    remove: (gone: string): void => {
      const { current } = latest;
      current.change(current.lines.filter(({ key }) => key !== gone));
    },
  }));
  return steady;
}

const Names = memo(NameOptions);

function NameOptions({ id, products }: Pick<LineFieldsProps, 'products'> & { readonly id: string }) {
  return (
    <datalist id={id}>
      {products.map((one) => one.isActive && <option key={one.id} value={one.name} />)}
    </datalist>
  );
}

const fields = ['description', 'classification', 'quantity', 'unit', 'price', 'ratePercent'] as const;

type Field = (typeof fields)[number];
type Errors = Readonly<Partial<Record<Field, string>>>;

const noErrors: Errors = {};

function errorsOf(index: number, errorOf: LineFieldsProps['errorOf']): Errors {
  const found = fields.flatMap((name) => {
    const error = errorOf(`lines.${String(index)}.${name}`);
    return error === undefined ? [] : [[name, error] as const];
  });
  return found.length === 0 ? noErrors : Object.fromEntries(found);
}

interface LineProps {
  readonly line: DraftLine;
  readonly index: number;
  readonly products: readonly sales.Product[];
  readonly names: string;
  readonly put: (line: DraftLine) => void;
  readonly remove: ((key: string) => void) | undefined;
  readonly errors: Errors;
}

const Line = memo(LineCells);

function LineCells({ line, index, products, names, put, remove, errors }: LineProps) {
  const { t } = useTranslation();
  const field = (name: Field) => ({
    name: `lines.${index}.${name}`,
    value: line[name],
    error: errors[name],
    label: t(`invoices.line.${name}`),
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) =>
      put({ ...line, [name]: currentTarget.value }),
  });
  return (
    <div className={classes.line} role="group" aria-label={t('invoices.lineNumber', { number: index + 1 })}>
      <TextField
        {...field('description')}
        required
        autoComplete="off"
        list={names}
        onChange={({ currentTarget }) => put(described(line, currentTarget.value, products))}
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
          onClick={() => remove(line.key)}
        >
          <IconTrash size={16} stroke={1.75} aria-hidden />
        </Button>
      )}
    </div>
  );
}
