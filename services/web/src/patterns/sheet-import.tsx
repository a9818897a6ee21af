import type { Download } from '@dhanman/client';
import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from './form.js';
import { SheetFields, type WrittenSheet } from './sheet-fields.js';
import { useSubmission } from './use-submission.js';

interface SheetImportProps<Found> {
  readonly columns: { readonly needed: string; readonly more: string };
  readonly emptyWorkbook: () => Promise<Download>;
  /** Asks what would become of a sheet, and then for it. */
  readonly check: (sheet: WrittenSheet) => Promise<Found>;
  readonly send: (sheet: WrittenSheet, idempotencyKey: string) => Promise<Found>;
  /** What has to be read again afterwards. */
  readonly changes: QueryKey;
  readonly readyIn: (found: Found) => number;
  /** What the button says that imports so many. */
  readonly verb: (count: number) => string;
  readonly children: (found: Found) => ReactNode;
}

/** A sheet is checked first and imported as it was checked: another one has to be checked again. */
export function SheetImport<Found>({
  columns,
  emptyWorkbook,
  check,
  children,
  ...ready
}: SheetImportProps<Found>) {
  const { t } = useTranslation();
  const [sheet, setSheet] = useState<WrittenSheet>({ text: '' });
  const [found, setFound] = useState<Found>();
  const checking = useSubmission({ send: async () => check(sheet), done: setFound });
  const error = checking.errorOf('text') ?? checking.errorOf('workbook');
  const change = (next: WrittenSheet): void => {
    setSheet(next);
    setFound(undefined);
  };
  return (
    <>
      <Form submission={checking} action={t('sheet.check')}>
        <SheetFields {...{ sheet, change, columns, emptyWorkbook, error }} />
      </Form>
      {found !== undefined && children(found)}
      {found !== undefined && <Ready {...ready} {...{ sheet, found, setFound }} />}
    </>
  );
}

interface ReadyProps<Found> extends Pick<SheetImportProps<Found>, 'send' | 'changes' | 'readyIn' | 'verb'> {
  readonly sheet: WrittenSheet;
  readonly found: Found;
  readonly setFound: (found: Found) => void;
}

function Ready<Found>({ send, changes, readyIn, verb, sheet, found, setFound }: ReadyProps<Found>) {
  const client = useQueryClient();
  const submission = useSubmission({
    send: async (_, idempotencyKey) => send(sheet, idempotencyKey),
    done: (imported) => {
      void client.invalidateQueries({ queryKey: changes });
      setFound(imported);
    },
  });
  const count = readyIn(found);
  return count === 0 ? null : <Form submission={submission} action={verb(count)} />;
}
