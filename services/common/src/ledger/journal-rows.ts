import type { PlacedEntry } from './canonical-entry.js';

interface Link {
  readonly placed: PlacedEntry;
  readonly previousHash: Uint8Array & { toString(encoding: 'hex'): string };
  readonly hash: Uint8Array & { toString(encoding: 'hex'): string };
}

/** An entry as the columns of its row. */
export function rowsOf({ placed, previousHash, hash }: Link): object {
  const { id, sequence, number, kind, financialYear, on, currency, narration, source, postedBy } = placed;
  return {
    ...{
      id,
      sequence: sequence.toString(),
      number,
      kind,
      financial_year: financialYear,
      currency,
      narration,
    },
    ...{ entered_on: on.toString(), source_service: source.service, source_document: source.document },
    ...{ source_id: source.id, source_purpose: source.purpose, source_version: source.version },
    ...{ posted_by: postedBy, request_hash: placed.requestHash },
    ...{ previous_hash: previousHash.toString('hex'), hash: hash.toString('hex') },
  };
}

export function linesOf({ id, sequence, on, lines }: PlacedEntry): readonly object[] {
  const of = { entry_id: id, sequence: sequence.toString(), entered_on: on.toString() };
  return lines.map((line, index) => ({
    ...{ ...of, number: index + 1, account_id: line.accountId, account: line.account, side: line.side },
    ...{ amount: line.amount.toJSON(), narration: line.narration, branch_id: line.branchId },
    ...{ party_kind: line.party?.kind ?? null, party_id: line.party?.id ?? null },
    ...{ cost_centre: line.costCentre, rule: line.rule, inputs: line.inputs },
  }));
}
