import { common } from '@dhanman/client';
import { IconPaperclip } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { keepFile } from '../api/keep-file.js';
import { api, download } from '../api/signed-api.js';
import { formatInstant } from '../formats/instant.js';
import { Loaded } from '../patterns/loaded.js';
import { ProblemNote } from '../patterns/problem-note.js';
import { StateChip } from '../patterns/state-chip.js';
import { useMay } from '../session/me.js';
import { AttachFile } from './attach-file.js';
import { attachmentsKey } from './journal-queries.js';
import { RemoveFile } from './remove-file.js';
import classes from './journals.module.css';

interface AttachmentsProps {
  readonly companyId: string;
  readonly journal: Pick<common.ManualJournal, 'id' | 'state'>;
}

/** What proves the journal: looked at by whoever approves it, and by whoever asks years later. */
export function Attachments({ companyId, journal }: AttachmentsProps) {
  const { t } = useTranslation();
  const may = useMay();
  const { id: journalId, state } = journal;
  const path = { companyId, journalId };
  const query = useQuery({
    queryKey: attachmentsKey(companyId, journalId),
    queryFn: async ({ signal }) =>
      (await api(common.journalAttachmentsList, { path }, { signal })).body.items,
  });
  const mayChange = may('dhanman.common.journal.update');
  return (
    <section className={classes.attachments} aria-label={t('journalFiles.title')}>
      <h2>{t('journalFiles.title')}</h2>
      <Loaded query={query}>
        {(files) => <Files {...{ companyId, journalId, files }} mayRemove={mayChange && state === 'draft'} />}
      </Loaded>
      {mayChange && state !== 'discarded' && (
        <AttachFile {...{ companyId, journalId }} isPosted={state === 'posted'} />
      )}
    </section>
  );
}

interface FilesProps {
  readonly companyId: string;
  readonly journalId: string;
  readonly files: readonly common.JournalAttachment[];
  readonly mayRemove: boolean;
}

function Files({ files, ...of }: FilesProps) {
  const { t } = useTranslation();
  if (files.length === 0) return <p>{t('journalFiles.none')}</p>;
  return (
    <ul className={classes.files}>
      {files.map((file) => (
        <li key={file.id}>
          <File file={file} {...of} />
        </li>
      ))}
    </ul>
  );
}

function File({ file, companyId, journalId, mayRemove }: Omit<FilesProps, 'files'> & FileProps) {
  const { t } = useTranslation();
  const { id, name, attachedBy, attachedAt, isAddition } = file;
  const save = useMutation({
    mutationFn: async () => {
      const { content } = await download(common.journalAttachmentsFile, {
        path: { companyId, journalId, id },
      });
      // A header of an answer holds ASCII alone: the list has the name as it was given.
      keepFile({ name, content });
    },
  });
  const who = { name: attachedBy.name ?? t('journals.program'), time: formatInstant(Date.parse(attachedAt)) };
  return (
    <>
      <button
        type="button"
        className={classes.file}
        aria-disabled={save.isPending}
        onClick={() => save.mutate()}
      >
        <IconPaperclip size={16} stroke={1.75} aria-hidden /> {name}
      </button>
      <span>{t('journalFiles.by', { ...who, size: sizeOf(file.bytes) })}</span>
      {isAddition && (
        <StateChip tone="neutral" icon={IconPaperclip}>
          {t('journalFiles.addition')}
        </StateChip>
      )}
      {mayRemove && <RemoveFile {...{ companyId, journalId, id, name }} />}
      {save.error && <ProblemNote error={save.error} />}
    </>
  );
}

interface FileProps {
  readonly file: common.JournalAttachment;
}

/** `0.3 MB`: nobody decides by its bytes. */
function sizeOf(bytes: number): string {
  return `${Math.max(0.1, bytes / 1_048_576).toFixed(1)} MB`;
}
