import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from './form.js';
import { SheetFields } from './sheet-fields.js';
import { useSubmission } from './use-submission.js';

interface SheetImportProps<Found> {
  readonly columns: { readonly needed: string; readonly more: string };
  /** Asks what would become of a text, and then for it. */
  readonly check: (text: string) => Promise<Found>;
  readonly send: (text: string, idempotencyKey: string) => Promise<Found>;
  /** What has to be read again afterwards. */
  readonly changes: QueryKey;
  readonly readyIn: (found: Found) => number;
  /** What the button says that imports so many. */
  readonly verb: (count: number) => string;
  readonly children: (found: Found) => ReactNode;
}

/** A sheet is checked first and imported as it was checked: another text has to be checked again. */
export function SheetImport<Found>({ columns, check, children, ...ready }: SheetImportProps<Found>) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [found, setFound] = useState<Found>();
  const checking = useSubmission({ send: async () => check(text), done: setFound });
  const change = (next: string): void => {
    setText(next);
    setFound(undefined);
  };
  return (
    <>
      <Form submission={checking} action={t('sheet.check')}>
        <SheetFields {...{ text, change, columns }} error={checking.errorOf('text')} />
      </Form>
      {found !== undefined && children(found)}
      {found !== undefined && <Ready {...ready} {...{ text, found, setFound }} />}
    </>
  );
}

interface ReadyProps<Found> extends Pick<SheetImportProps<Found>, 'send' | 'changes' | 'readyIn' | 'verb'> {
  readonly text: string;
  readonly found: Found;
  readonly setFound: (found: Found) => void;
}

function Ready<Found>({ send, changes, readyIn, verb, text, found, setFound }: ReadyProps<Found>) {
  const client = useQueryClient();
  const submission = useSubmission({
    send: async (_, idempotencyKey) => send(text, idempotencyKey),
    done: (imported) => {
      void client.invalidateQueries({ queryKey: changes });
      setFound(imported);
    },
  });
  const count = readyIn(found);
  return count === 0 ? null : <Form submission={submission} action={verb(count)} />;
}
