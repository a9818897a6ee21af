import { common, sales, type ServiceName } from '@dhanman/client';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/signed-api.js';
import type { TrailEntry } from '../audit/trail-pages.js';
import { askServices } from './every-service.js';
import type { Step } from './journey.js';

/** What was done at once to a document, and what became of it in every service. */
export interface Act {
  readonly correlationId: string;
  readonly entries: readonly TrailEntry[];
  readonly steps: readonly Step[];
}

export interface DocumentJourney {
  readonly acts: readonly Act[];
  readonly failed: readonly ServiceName[];
}

/** As many acts as are told of one document, the first ones. */
const most = 20;

/** Documents bear a series, a year and a place in it: SI/2627/0001. Acts never have a stroke in their number. */
export function isDocumentNumber(text: string): boolean {
  return text.includes('/');
}

/** Undefined where the company has no document of this number. */
export function useDocumentJourney(companyId: string, number: string, services: readonly ServiceName[]) {
  return useQuery({
    queryKey: ['traces', companyId, number, services],
    queryFn: async ({ signal }): Promise<DocumentJourney | null> => {
      const document = await documentOf(companyId, number, signal);
      return document ? journeyOf(document, services, signal) : null;
    },
  });
}

interface Found {
  readonly entity: string;
  readonly entityId: string;
}

/** Everything that is numbered, asked at once. */
async function documentOf(
  companyId: string,
  number: string,
  signal: AbortSignal,
): Promise<Found | undefined> {
  const request = { path: { companyId }, query: { q: number } };
  const [invoices, receipts, notes, refunds, writeOffs] = await Promise.all([
    api(sales.invoicesList, request, { signal }),
    api(sales.receiptsList, request, { signal }),
    api(sales.creditNotesList, request, { signal }),
    api(sales.refundsList, request, { signal }),
    api(sales.writeOffsList, request, { signal }),
  ]);
  const numbered = [
    ...invoices.body.items.map((one) => ({ ...one, entity: 'invoice' })),
    ...receipts.body.items.map((one) => ({ ...one, entity: 'receipt' })),
    ...notes.body.items.map((one) => ({ ...one, entity: 'credit-note' })),
    ...refunds.body.items.map((one) => ({ ...one, entity: 'refund' })),
    ...writeOffs.body.items.map((one) => ({ ...one, entity: 'write-off' })),
  ];
  const wanted = number.toUpperCase();
  const found = numbered.find((one) => one.number?.toUpperCase() === wanted);
  return found && { entity: found.entity, entityId: found.id };
}

/** The trail of the document names what was done to it; each of those has left its traces everywhere. */
async function journeyOf(
  document: Found,
  services: readonly ServiceName[],
  signal: AbortSignal,
): Promise<DocumentJourney> {
  const trail = await askServices({
    operation: common.auditList,
    request: { query: { ...document, sort: 'at', limit: 200 } },
    itemsOf: ({ items }) => items,
    services: ['sales'],
    signal,
  });
  const byAct = [...Map.groupBy(trail.items, (entry) => entry.correlationId ?? '')].slice(0, most);
  const acts = await Promise.all(
    byAct.map(async ([correlationId, entries]) => {
      const { items, failed } = await askServices({
        operation: sales.tracesGet,
        request: { path: { correlationId } },
        itemsOf: ({ steps }) => steps,
        services: correlationId === '' ? [] : services,
        signal,
      });
      return { correlationId, entries, steps: items, failed };
    }),
  );
  const failed = new Set([...trail.failed, ...acts.flatMap((act) => act.failed)]);
  return { acts, failed: [...failed] };
}
