import { common } from '@dhanman/client';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { api } from '../api/signed-api.js';
import { useSubmission, type Values } from '../patterns/use-submission.js';
import { type DraftLine, isBlank, lineFrom } from './draft-journal.js';
import { journalsKey } from './journal-queries.js';

interface Written {
  readonly companyId: string;
  readonly accounts: readonly common.Account[];
  readonly journal: common.ManualJournal | undefined;
  readonly lines: readonly DraftLine[];
  readonly setLines: (lines: readonly DraftLine[]) => void;
}

/**
 * Saves the draft, and then submits it if that is meant. What is refused only then is saved all the same, so that the next
 * attempt changes that draft and does not make a second one.
 */
export function useJournalSubmission({ companyId, accounts, journal, lines, setLines }: Written) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const intent = useRef<'save' | 'submit'>('submit');
  const saved = useRef(journal);
  const submission = useSubmission({
    send: async (values, idempotencyKey) => {
      const meant = intent.current;
      intent.current = 'submit';
      // The service counts the lines it is sent: those shown are the same.
      const filled = lines.filter((line) => !isBlank(line));
      setLines(filled.length > 0 ? filled : lines.slice(0, 1));
      const body = { ...headIn(values), lines: filled.map((line) => lineFrom(line, accounts)) };
      saved.current = await save(companyId, saved.current, body, idempotencyKey);
      if (meant === 'submit') saved.current = await submit(companyId, saved.current);
      return saved.current;
    },
    done: ({ id }) => {
      void client.invalidateQueries({ queryKey: journalsKey(companyId) });
      void navigate({ to: '/journals/$id', params: { id } });
    },
  });
  return { submission, intend: (what: 'save' | 'submit') => void (intent.current = what) };
}

function headIn({ on = '', narration = '', reverseOn = '' }: Values) {
  return { on, narration: narration.trim(), ...(reverseOn !== '' && { reverseOn }) };
}

async function save(
  companyId: string,
  saved: common.ManualJournal | undefined,
  body: common.CreateManualJournal,
  idempotencyKey: string,
): Promise<common.ManualJournal> {
  if (!saved)
    return (await api(common.manualJournalsCreate, { path: { companyId }, body }, { idempotencyKey })).body;
  const at = { path: { companyId, id: saved.id }, headers: { 'If-Match': `"${saved.version}"` } };
  return (await api(common.manualJournalsReplace, { ...at, body })).body;
}

async function submit(
  companyId: string,
  { id, version }: common.ManualJournal,
): Promise<common.ManualJournal> {
  const at = { path: { companyId, id }, headers: { 'If-Match': `"${version}"` } };
  return (await api(common.manualJournalsSubmit, at)).body;
}
