import { CreateManualJournal } from '@dhanman/contracts';
import { DomainError, type Id } from '@dhanman/kernel';
import type { Books } from '../ledger/books.js';
import { objectionsTo } from '../manual-journals/manual-entry.js';
import { ManualJournal } from '../manual-journals/manual-journal.js';
import type { SheetVoucher } from './journal-sheet.js';
import { contradictionsIn, placed, problemOf, type RowProblem, writtenIn } from './written-voucher.js';

/** One voucher of the sheet: the draft it would become, or everything that is wrong with it. */
export interface Judged {
  readonly sheet: SheetVoucher;
  readonly draft: ManualJournal | null;
  readonly problems: readonly RowProblem[];
}

interface Place {
  readonly identity: Parameters<typeof ManualJournal.draft>[0];
  readonly by: string;
}

/** A voucher is taken whole or not at all, and only as an entry that the books would take as they are now. */
export function judged(sheet: SheetVoucher, books: Books, { identity, by }: Place): Judged {
  const branches = new Map([...books.branches].map(([id, code]) => [code, id]));
  const contradictions = contradictionsIn(sheet, branches);
  const read = CreateManualJournal.safeParse(writtenIn(sheet, branches));
  if (!read.success) {
    const unread = read.error.issues.map(({ path, message }) => placed(sheet, path.join('.'), message));
    return refused(sheet, [...contradictions, ...unread]);
  }
  if (contradictions.length > 0) return refused(sheet, contradictions);
  try {
    const written = ManualJournal.draft(identity, read.data, books.currency, by);
    const objections = objectionsTo(written, books);
    if (objections.length > 0)
      return refused(
        sheet,
        objections.map((one) => problemOf(sheet, one)),
      );
    const year = yearOf(books, written.on);
    return { sheet, draft: written.asVoucher({ voucher: sheet.voucher, year }), problems: [] };
  } catch (error) {
    if (error instanceof DomainError) return refused(sheet, [problemOf(sheet, error)]);
    throw error;
  }
}

/** Vouchers are numbered anew in every year. */
export function keyOf({ voucher, voucherYear }: Pick<ManualJournal, 'voucher' | 'voucherYear'>): string {
  return `${voucherYear ?? ''} ${voucher ?? ''}`;
}

export type Known = ReadonlyMap<string, Id>;

function yearOf({ years }: Books, on: string): string {
  return years.find(({ startsOn, endsOn }) => startsOn <= on && on <= endsOn)?.code ?? '';
}

/** A cell that is missing altogether is complained about once. */
function refused(sheet: SheetVoucher, problems: readonly RowProblem[]): Judged {
  const once = problems.filter(
    ({ row, column }, index) =>
      column === null || problems.findIndex((one) => one.row === row && one.column === column) === index,
  );
  return { sheet, draft: null, problems: once };
}
