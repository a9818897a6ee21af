import type { common, sales, ServiceName } from '@dhanman/client';

/** `waiting` clears up by itself; `differs` needs a person. */
export type ProofState = 'proved' | 'waiting' | 'differs';

type Counted = sales.PostingCount & { readonly service: ServiceName };

type Half = Pick<Counted, 'service' | 'document' | 'month'>;

/** One kind of document and month: what its service says and what the ledger says. */
export interface ProofRow extends Omit<Counted, 'fingerprint'> {
  readonly entries: number;
  readonly amountEntered: string;
  readonly state: ProofState;
}

const zero = '0.0000';
/** What a side says that knows of no such documents. */
const nothing: Omit<Counted, keyof Half> = {
  ...{ due: 0, posted: 0, inFlight: 0, rejected: 0 },
  ...{ amountDue: zero, amountPosted: zero, fingerprint: '0' },
};
const nowhere: Omit<common.LedgerPosting, keyof Half> = { entries: 0, amount: zero, fingerprint: '0' };

/** Puts the two halves side by side, the newest month first; what only one side knows of is a row too. */
export function proofOf(
  counts: readonly Counted[],
  postings: readonly common.LedgerPosting[],
): readonly ProofRow[] {
  const counted = new Map(counts.map((count) => [keyOf(count), count]));
  const entered = new Map(postings.map((posting) => [keyOf(posting), posting]));
  const keys = new Set([...counted.keys(), ...entered.keys()]);
  return [...keys]
    .sort()
    .reverse()
    .flatMap((key) => {
      const [count, posting] = [counted.get(key), entered.get(key)];
      const half: Half | undefined = count ?? posting;
      return half ? [rowOf(half, count, posting)] : [];
    });
}

function keyOf({ month, service, document }: Half): string {
  return `${month} ${service} ${document}`;
}

function rowOf({ service, document, month }: Half, count = nothing, posting = nowhere): ProofRow {
  const { fingerprint, ...known } = count;
  const { entries, amount } = posting;
  const isSame =
    fingerprint === posting.fingerprint && known.posted === entries && known.amountPosted === amount;
  const row = { ...known, service, document, month, entries, amountEntered: amount };
  return { ...row, state: stateOf(row, isSame) };
}

/** An entry may be there before its service has heard so; never more of them than are in flight. */
function stateOf(
  { posted, inFlight, rejected, entries }: Omit<ProofRow, 'state'>,
  isSame: boolean,
): ProofState {
  if (rejected > 0 || entries < posted || entries > posted + inFlight) return 'differs';
  if (inFlight > 0) return 'waiting';
  return isSame ? 'proved' : 'differs';
}
