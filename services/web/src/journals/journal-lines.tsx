import { Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { AccountList, LineCells, type LineCellsProps } from './journal-line-cells.js';
import { blankLine, type DraftLine, isBlank } from './draft-journal.js';
import classes from './journals.module.css';

interface JournalLinesProps extends Pick<LineCellsProps, 'accounts' | 'companyId' | 'errorOf'> {
  readonly lines: readonly DraftLine[];
  readonly change: (lines: readonly DraftLine[]) => void;
}

/**
 * The lines of a journal as a table of fields. Enter goes to the next field; from the last one Enter and Tab open a new
 * line, unless the last line is empty: then Tab leaves the table.
 */
export function JournalLines({ lines, change, accounts, companyId, errorOf }: JournalLinesProps) {
  const { t } = useTranslation();
  const { table, add } = useNewLine(lines, change);
  const onKeyDown = useGridKeys(table, lines, add);
  return (
    <div className={classes.region}>
      <AccountList accounts={accounts} />
      <table className={`numbers ${classes.lines}`} aria-label={t('journals.lines')}>
        <Heads />
        <tbody ref={table} onKeyDown={onKeyDown}>
          {lines.map((line, index) => (
            <tr key={line.key}>
              <LineCells
                {...{ line, lines, index, accounts, companyId, errorOf }}
                change={(next) => change(lines.map((one) => (one.key === next.key ? next : one)))}
              />
              <td>
                {lines.length > 1 && (
                  <Button
                    variant="subtle"
                    aria-label={t('journals.removeLine', { number: index + 1 })}
                    onClick={() => change(lines.filter(({ key }) => key !== line.key))}
                  >
                    <IconTrash size={16} stroke={1.75} aria-hidden />
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button variant="default" leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />} onClick={add}>
        {t('journals.addLine')}
      </Button>
    </div>
  );
}

function Heads() {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        <th scope="col">{t('journals.account')}</th>
        <th scope="col">{t('journals.debit')}</th>
        <th scope="col">{t('journals.credit')}</th>
        <th scope="col">{t('journals.memo')}</th>
        <td />
      </tr>
    </thead>
  );
}

type Rows = RefObject<HTMLTableSectionElement | null>;

function useGridKeys(table: Rows, lines: readonly DraftLine[], add: () => void) {
  return (event: KeyboardEvent<HTMLTableSectionElement>): void => {
    const fields = [...(table.current?.querySelectorAll<HTMLElement>('input, select') ?? [])];
    const index = fields.findIndex((field) => field === event.target);
    const next = fields[index + 1];
    if (index < 0 || !isForward(event) || isBrowsers(event, next, lines)) return;
    event.preventDefault();
    if (next) next.focus();
    else add();
  };
}

/** Tab within the table goes where it always goes, and from an empty last line out of it. */
function isBrowsers({ key }: KeyboardEvent, next: object | undefined, lines: readonly DraftLine[]): boolean {
  return key === 'Tab' && (next !== undefined || lines.slice(-1).every(isBlank));
}

function isForward({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return (key === 'Enter' && !ctrlKey && !metaKey) || (key === 'Tab' && !shiftKey);
}

/** A new line takes the focus as soon as it is there. */
function useNewLine(lines: readonly DraftLine[], change: (lines: readonly DraftLine[]) => void) {
  const table = useRef<HTMLTableSectionElement>(null);
  const isAdded = useRef(false);
  useEffect(() => {
    if (!isAdded.current) return;
    isAdded.current = false;
    table.current?.querySelector<HTMLElement>('tr:last-child input')?.focus();
  }, [lines.length]);
  const add = (): void => {
    isAdded.current = true;
    change([...lines, blankLine()]);
  };
  return { table, add };
}
