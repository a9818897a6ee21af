/** The services that tell what changes. */
export const tellers = ['sales', 'common'] as const;

export type Teller = (typeof tellers)[number];

type Key = (companyId: string) => readonly string[];

const sales =
  (noun: string): Key =>
  (companyId) => ['sales', companyId, noun];
const common =
  (noun: string): Key =>
  (companyId) => ['common', companyId, noun];
/** Figures of a page, below a name of their own. */
const figures =
  (noun: string): Key =>
  (companyId) => [noun, companyId];

/** What is counted from documents, wherever it is shown. */
const documents = [
  ...[sales('ageing'), figures('collecting'), figures('oldest bills')],
  ...[figures('waiting'), figures('posting-proof'), figures('report')],
];
const invoices = [sales('invoices'), ...documents];
const years = [common('financial-years'), figures('financial-years')];
const books = ['overview', 'report', 'entry', 'posting-proof'].map(figures);
const chart: Key = () => ['common', 'chart'];

/** Lists and figures that say something else once a record of this kind has changed. */
const shownIn: Readonly<Record<Teller, Readonly<Record<string, readonly Key[]>>>> = {
  sales: {
    customer: [sales('customers')],
    product: [sales('products')],
    invoice: [...invoices, figures('first-steps')],
    'credit-note': [sales('credit-notes'), ...invoices],
    receipt: [sales('receipts'), ...invoices],
    refund: [sales('refunds'), sales('receipts'), sales('credit-notes'), ...documents],
    'write-off': [sales('write-offs'), ...invoices],
    'invoice-run': [sales('invoice-runs')],
    'recurring-invoice': [sales('recurring')],
    'invoice-mail': [sales('invoices')],
    reminder: [sales('reminders')],
    paper: [sales('paper')],
    posting: [
      ...['receipts', 'credit-notes', 'refunds', 'write-offs'].map((noun) => sales(noun)),
      ...invoices,
    ],
  },
  common: {
    'journal-entry': books,
    'manual-journal': [common('manual-journals'), figures('waiting')],
    'journal-attachment': [common('manual-journals')],
    account: [chart, figures('report')],
    'accounting-period': years,
    'books-year': [...years, figures('overview'), figures('report')],
  },
};

/** The keys of what has to be asked for again; none for a kind of record that no page shows. */
export function keysOf(
  teller: Teller,
  entities: Iterable<string>,
  companyId: string,
): readonly (readonly string[])[] {
  const keys = new Set([...entities].flatMap((entity) => shownIn[teller][entity] ?? []));
  const found = [...keys].map((key) => key(companyId));
  return [...new Map(found.map((key) => [key.join('/'), key])).values()];
}

/** Of everything it tells of, for when something may have passed unheard. */
export function allKeysOf(teller: Teller, companyId: string): readonly (readonly string[])[] {
  return keysOf(teller, Object.keys(shownIn[teller]), companyId);
}
