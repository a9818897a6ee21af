import type { ReportWord } from '@dhanman/contracts';
import { columns, row, type Statement } from '../receivables/report-row.js';
import type { GstReturn, TaxDocument } from './gst-parts.js';

interface Fault {
  readonly of: TaxDocument;
  readonly missing: ReportWord;
}

/** What the portal would refuse, or an officer ask about. */
export function toMend(told: GstReturn): readonly Fault[] {
  return told.documents
    .filter(({ isVoid, sellerGstin }) => !isVoid && sellerGstin !== null)
    .flatMap((of) => faultsOf(of, told).map((missing) => ({ of, missing })));
}

function faultsOf(of: TaxDocument, { digits, digitsToOthers }: GstReturn): readonly ReportWord[] {
  const needed = of.buyerGstin === null ? digitsToOthers : digits;
  const codes = of.lines.map(({ classification }) => classification);
  return [
    ...(of.isPlaceless ? (['state-missing'] as const) : []),
    ...(needed > 0 && codes.includes('') ? (['hsn-missing'] as const) : []),
    ...(codes.some((code) => code !== '' && code.length < needed) ? (['hsn-too-short'] as const) : []),
    ...(of.state === 'rejected' ? (['rejected'] as const) : []),
    ...(of.document === 'credit-note-reversed' ? (['to-amend'] as const) : []),
  ];
}

export function gstToMend(told: GstReturn): Statement {
  return {
    name: 'gst-to-mend',
    columns: [
      ...columns('date', 'date'),
      ...columns('document', 'document'),
      ...columns('text', 'number', 'party'),
      ...columns('word', 'missing'),
    ],
    rows: toMend(told).map(({ of, missing }) =>
      row('entry', { documentId: of.id }, [of.on, of.document, of.number, of.customerName, missing]),
    ),
    checks: [],
  };
}
