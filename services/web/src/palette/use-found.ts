import { common, sales } from '@dhanman/client';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../api/signed-api.js';
import { formatRupees } from '../formats/amount.js';
import { useCompany, useMay } from '../session/me.js';
import type { Entry } from './entry.js';

const most = 5;
const shortest = 2;

/** Documents and people of the company that answer what was typed: by number, name, amount or narration. */
export function useFound(typed: string) {
  const companyId = useCompany()?.id ?? '';
  const finders = useFinders();
  const wanted = typed.trim();
  const [q] = useDebouncedValue(wanted, 150);
  const { data, error, isFetching } = useQuery({
    queryKey: ['palette', companyId, q],
    queryFn: async ({ signal }) => {
      const request = { path: { companyId }, query: { q, limit: most } };
      return (await Promise.all(finders.map(async (find) => find(request, { signal })))).flat();
    },
    enabled: companyId !== '' && q.length >= shortest,
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });
  if (wanted.length < shortest) return { found: [], error: null, isLooking: false };
  return { found: data ?? [], error, isLooking: isFetching || q !== wanted };
}

interface Request {
  readonly path: { readonly companyId: string };
  readonly query: { readonly q: string; readonly limit: number };
}

type Finder = (request: Request, options: { readonly signal: AbortSignal }) => Promise<readonly Entry[]>;

const finders: Readonly<Record<string, Finder>> = {
  'dhanman.sales.invoice.read': async (...asked) =>
    (await api(sales.invoicesList, ...asked)).body.items.map(invoiceEntry),
  'dhanman.sales.receipt.read': async (...asked) =>
    (await api(sales.receiptsList, ...asked)).body.items.map(receiptEntry),
  'dhanman.sales.credit-note.read': async (...asked) =>
    (await api(sales.creditNotesList, ...asked)).body.items.map(creditNoteEntry),
  'dhanman.sales.refund.read': async (...asked) =>
    (await api(sales.refundsList, ...asked)).body.items.map(refundEntry),
  'dhanman.sales.write-off.read': async (...asked) =>
    (await api(sales.writeOffsList, ...asked)).body.items.map(writeOffEntry),
  'dhanman.sales.customer.read': async (...asked) =>
    (await api(sales.customersList, ...asked)).body.items.map(customerEntry),
  'dhanman.common.journal.read': async (...asked) =>
    (await api(common.manualJournalsList, ...asked)).body.items.map(journalEntry),
};

function useFinders(): readonly Finder[] {
  const may = useMay();
  return Object.keys(finders)
    .filter(may)
    .flatMap((permission) => finders[permission] ?? []);
}

function invoiceEntry({ id, number, customerName, total }: sales.InvoiceSummary): Entry {
  const to = `/invoices/${id}`;
  const detail = formatRupees(total);
  const label = number === null ? customerName : `${number} · ${customerName}`;
  return { group: 'invoices', label, detail, to };
}

function receiptEntry({ id, number, customerName, amount }: sales.ReceiptSummary): Entry {
  const to = `/receipts/${id}`;
  return { group: 'receipts', label: `${number} · ${customerName}`, detail: formatRupees(amount), to };
}

function creditNoteEntry({ id, number, customerName, total }: sales.CreditNoteSummary): Entry {
  const label = number === null ? customerName : `${number} · ${customerName}`;
  return { group: 'creditNotes', label, detail: formatRupees(total), to: `/credit-notes/${id}` };
}

function refundEntry({ id, number, customerName, amount }: sales.RefundSummary): Entry {
  const to = `/refunds/${id}`;
  return { group: 'refunds', label: `${number} · ${customerName}`, detail: formatRupees(amount), to };
}

function writeOffEntry({ id, number, customerName, amount }: sales.WriteOffSummary): Entry {
  const to = `/write-offs/${id}`;
  return { group: 'writeOffs', label: `${number} · ${customerName}`, detail: formatRupees(amount), to };
}

function customerEntry({ id, name, gstin }: sales.Customer): Entry {
  return {
    group: 'customers',
    label: name,
    detail: gstin ?? undefined,
    to: `/customers/${id}`,
  };
}

function journalEntry({ id, narration, total }: common.ManualJournalSummary): Entry {
  return { group: 'journals', label: narration, detail: formatRupees(total), to: `/journals/${id}` };
}
