import { sales } from '@dhanman/client';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keepFile } from '../api/keep-file.js';
import { api } from '../api/signed-api.js';
import { formatRupees } from '../formats/amount.js';
import { csvOf } from '../formats/csv.js';
import { BulkBar } from '../patterns/bulk-bar.js';
import { BulkDialog } from '../patterns/bulk-dialog.js';
import { useMay } from '../session/me.js';
import { type BulkAct, bulkActs, inOrder, isNext, permissionFor, sumOf } from './bulk-acts.js';
import { useApprovalLevels } from './invoice-decisions.js';
import { useInvoiceName } from './use-invoice-name.js';
import { invoicesKey } from './sales-queries.js';

interface InvoiceBulkProps {
  readonly companyId: string;
  /** Those of the chosen that are here. */
  readonly rows: readonly sales.InvoiceSummary[];
  /** Whoever was done goes; who was refused stays chosen. */
  readonly release: (keys: readonly string[]) => void;
  readonly clear: () => void;
}

/** What can be done to the chosen invoices, each act with the number of those to which it can be done. */
export function InvoiceBulk({ companyId, rows, release, clear }: InvoiceBulkProps) {
  const { t } = useTranslation();
  const may = useMay();
  const levels = useApprovalLevels(companyId);
  const client = useQueryClient();
  const [asked, ask] = useState<BulkAct>();
  const total = sumOf(rows);
  const ready = (act: BulkAct) =>
    levels === undefined || !may(permissionFor[act]) ? [] : rows.filter((row) => isNext(act, row, levels));
  const close = (done: readonly string[]): void => {
    ask(undefined);
    release(done);
    void client.invalidateQueries({ queryKey: invoicesKey(companyId) });
  };
  return (
    <>
      <BulkBar count={rows.length} sum={total && formatRupees(total)} clear={clear}>
        {bulkActs
          .filter((act) => ready(act).length > 0)
          .map((act) => (
            <Button key={act} aria-keyshortcuts={act.charAt(0)} onClick={() => ask(act)}>
              {t(`bulk.acts.${act}`, { count: ready(act).length })}
            </Button>
          ))}
        <Sheet rows={rows} />
      </BulkBar>
      {asked && levels !== undefined && (
        <Ask {...{ companyId, levels, close }} act={asked} rows={ready(asked)} of={rows.length} />
      )}
    </>
  );
}

interface AskProps {
  readonly companyId: string;
  readonly levels: number;
  readonly act: BulkAct;
  readonly rows: readonly sales.InvoiceSummary[];
  readonly of: number;
  readonly close: (done: readonly string[]) => void;
}

/** What is asked about, and what was done before it was asked anew. */
interface Round {
  readonly rows: readonly sales.InvoiceSummary[];
  readonly done: readonly string[];
  readonly isReread: boolean;
}

function Ask({ companyId, levels, act, rows: now, of, close }: AskProps) {
  const { t } = useTranslation();
  const nameOf = useInvoiceName();
  // As they were when it was asked: what is done to them is not done to others that join.
  const [{ rows, done, isReread }, begin] = useState<Round>(() => ({
    ...{ rows: inOrder(now), done: [], isReread: false },
  }));
  const total = sumOf(rows);
  const figures = { count: rows.length, of, total: total === undefined ? '' : formatRupees(total) };
  const others = !isReread && rows.length < of && t('bulk.others', figures);
  const texts = [isReread && t('bulk.changed'), t(`bulk.texts.${act}`, figures), others];
  return (
    <BulkDialog
      key={rows.map(({ id, version }) => `${id} ${String(version)}`).join()}
      title={t(`bulk.acts.${act}`, figures)}
      text={texts.filter(Boolean).join(' ')}
      action={t(`bulk.acts.${act}`, figures)}
      keyOf={({ id }) => id}
      {...{ rows, nameOf, isReread }}
      send={async (row, idempotencyKey) => send[act](companyId, row, idempotencyKey)}
      reread={async (stale, doneNow) => {
        const fresh = (await asTheyAre(companyId, stale)).filter((row) => isNext(act, row, levels));
        const doneSoFar = [...done, ...doneNow];
        if (fresh.length === 0) close(doneSoFar);
        else begin({ rows: inOrder(fresh), done: doneSoFar, isReread: true });
      }}
      close={(doneNow) => close([...done, ...doneNow])}
    />
  );
}

async function asTheyAre(companyId: string, rows: Round['rows']): Promise<Round['rows']> {
  const fresh: sales.InvoiceSummary[] = [];
  for (const { id } of rows) fresh.push((await api(sales.invoicesGet, { path: { companyId, id } })).body);
  return fresh;
}

type Send = (companyId: string, row: sales.InvoiceSummary, idempotencyKey: string) => Promise<unknown>;

const send: Readonly<Record<BulkAct, Send>> = {
  issue: async (companyId, { id, on, version }, idempotencyKey) =>
    api(sales.invoicesIssue, { path: { companyId, id }, body: { on, version } }, { idempotencyKey }),
  submit: async (companyId, { id, version }, idempotencyKey) =>
    api(sales.invoiceDecisionsSubmit, at(companyId, id, version), { idempotencyKey }),
  approve: async (companyId, { id, version }, idempotencyKey) =>
    api(sales.invoiceDecisionsApprove, at(companyId, id, version), { idempotencyKey }),
};

/** Only the version that is on the screen: what somebody changed meanwhile is refused and looked at first. */
function at(companyId: string, id: string, version: number) {
  return { path: { companyId, id }, headers: { 'If-Match': `"${String(version)}"` } };
}

/** The chosen rows for a spreadsheet, with amounts and dates that it understands. */
function Sheet({ rows }: { readonly rows: readonly sales.InvoiceSummary[] }) {
  const { t } = useTranslation();
  const head = [
    ...[t('invoices.number'), t('invoices.on'), t('bulk.dueOn'), t('invoices.customer')],
    ...[t('invoices.total'), t('bulk.outstanding'), t('invoices.state')],
  ];
  const lines = rows.map(({ number, on, dueOn, customerName, total, outstanding, state }) => [
    ...[number ?? '', on, dueOn ?? '', customerName, total, outstanding, t(`invoices.states.${state}`)],
  ]);
  const keep = (): void =>
    keepFile({
      name: 'invoices.csv',
      content: new Blob([csvOf([head, ...lines])], { type: 'text/csv;charset=utf-8' }),
    });
  return (
    <Button variant="default" aria-keyshortcuts="d" onClick={keep}>
      {t('bulk.download')}
    </Button>
  );
}
