import { common, RequestRefused } from '@dhanman/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { base64Of } from '../api/base64.js';
import { api } from '../api/signed-api.js';
import { ProblemNote } from '../patterns/problem-note.js';
import { attachmentsKey } from './journal-queries.js';
import classes from './journals.module.css';

interface AttachFileProps {
  readonly companyId: string;
  readonly journalId: string;
  readonly isPosted: boolean;
}

const limitBytes = 5 * 1_048_576;

/** Said here before megabytes are sent for nothing. */
class FileTooLargeHere extends Error {
  override readonly name = 'file-too-large';
}

/** Chosen is attached: there is nothing to say about a file but which one it is. */
export function AttachFile({ companyId, journalId, isPosted }: AttachFileProps) {
  const { t } = useTranslation();
  const id = useId();
  const attach = useAttach(companyId, journalId);
  return (
    <div className={classes.attach}>
      <label htmlFor={id}>{t('journalFiles.attach')}</label>
      <input
        id={id}
        type="file"
        accept=".pdf,.jpg,.jpeg,.png,.webp"
        aria-describedby={`${id}-hint`}
        disabled={attach.isPending}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) attach.mutate(file);
          // The same file may be chosen again after it was refused.
          currentTarget.value = '';
        }}
      />
      <p id={`${id}-hint`}>{t(isPosted ? 'journalFiles.hintPosted' : 'journalFiles.hint')}</p>
      <p role="status">{attach.isPending && t('journalFiles.sending')}</p>
      {attach.error && <Refusal error={attach.error} />}
    </div>
  );
}

/** In our words where it is about the file: there is no field beside which the service's could stand. */
function Refusal({ error }: { readonly error: Error }) {
  const { t } = useTranslation();
  const code = error instanceof RequestRefused ? error.problem.code : error.name;
  const sentences: Readonly<Record<string, string>> = t('journalFiles.refused', { returnObjects: true });
  const sentence = sentences[code];
  if (sentence === undefined) return <ProblemNote error={error} />;
  return (
    <p role="alert" className={classes.refused}>
      {sentence}
    </p>
  );
}

function useAttach(companyId: string, journalId: string) {
  const client = useQueryClient();
  const sent = useRef({ content: '', key: '' });
  return useMutation({
    mutationFn: async (file: File) => {
      if (file.size > limitBytes) throw new FileTooLargeHere();
      const body = { name: file.name, content: await base64Of(file) };
      // The same key for the same file, so that a lost answer does not make a second one.
      if (sent.current.content !== body.content)
        sent.current = { content: body.content, key: crypto.randomUUID() };
      return api(
        common.journalAttachmentsAttach,
        { path: { companyId, journalId }, body },
        { idempotencyKey: sent.current.key },
      );
    },
    onSuccess: () => {
      sent.current = { content: '', key: '' };
      return client.invalidateQueries({ queryKey: attachmentsKey(companyId, journalId) });
    },
  });
}
