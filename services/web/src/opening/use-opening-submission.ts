import { common } from '@dhanman/client';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../api/signed-api.js';
import { balanceOf, type DraftLine, isBlank, lineFrom } from '../journals/draft-journal.js';
import { useSubmission, type Values } from '../patterns/use-submission.js';
import { openingKey } from './opening-queries.js';

interface Entered {
  readonly companyId: string;
  readonly accounts: readonly common.Account[];
  readonly replaces: number | null;
  readonly lines: readonly DraftLine[];
  readonly setLines: (lines: readonly DraftLine[]) => void;
  readonly done: () => void;
}

/** Sends what is on the screen; the difference only where somebody has confirmed it. */
export function useOpeningSubmission({ companyId, accounts, replaces, lines, setLines, done }: Entered) {
  const client = useQueryClient();
  return useSubmission({
    send: async (values, idempotencyKey) => {
      // The service counts the lines it is sent: those shown are the same.
      const filled = lines.filter((line) => !isBlank(line));
      setLines(filled.length > 0 ? filled : lines.slice(0, 1));
      const body = {
        ...{ ...wordsIn(values, filled), replaces },
        lines: filled.map((line) => lineFrom(line, accounts)),
      };
      return api(common.openingBalancesEnter, { path: { companyId }, body }, { idempotencyKey });
    },
    done: () => {
      void client.invalidateQueries({ queryKey: openingKey(companyId) });
      done();
    },
  });
}

function wordsIn({ on = '', difference, reason = '' }: Values, lines: readonly DraftLine[]) {
  return {
    on,
    ...(difference !== undefined && { difference: balanceOf(lines).difference.toJSON() }),
    ...(reason.trim() !== '' && { reason: reason.trim() }),
  };
}
