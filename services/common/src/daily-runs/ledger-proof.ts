import { DomainError } from '@dhanman/kernel';

/** What a look at the posted entries of a company found. */
export interface LedgerFindings {
  readonly entries: number;
  readonly debits: string;
  readonly credits: string;
  /** Ids of entries that do not balance, have no lines, or have a line in another company's books; the first few. */
  readonly wrong: readonly string[];
}

export class LedgerWrong extends DomainError {
  constructor({ wrong, debits, credits }: LedgerFindings) {
    const which = wrong.length > 0 ? `Entries that are wrong: ${wrong.join(', ')}.` : '';
    super(
      'conflict',
      'ledger-wrong',
      `The books do not balance: debits ${debits}, credits ${credits}. ${which}`,
    );
  }
}

export class BalancesWrong extends DomainError {
  constructor(different: number) {
    const what = `${String(different)} stored balances are not the sums of their lines: rebuild them.`;
    super('conflict', 'balances-wrong', what);
  }
}

/** Says what was proved; books that do not balance are a failure that a person has to see. */
export function proofOf(findings: LedgerFindings): string {
  const { entries, debits, credits, wrong } = findings;
  if (wrong.length > 0 || debits !== credits) throw new LedgerWrong(findings);
  if (entries === 0) return 'no entries yet';
  return `${entries} ${entries === 1 ? 'entry balances' : 'entries balance'}: debits and credits of ${debits}`;
}
