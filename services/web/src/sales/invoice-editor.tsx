import { Button } from '@mantine/core';
import { RequestRefused, sales } from '@dhanman/client';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { Cancel } from '../patterns/change-button.js';
import { TextField } from '../patterns/field.js';
import { Form } from '../patterns/form.js';
import { ProblemNote } from '../patterns/problem-note.js';
import { messageAt, useSubmission } from '../patterns/use-submission.js';
import type { UnsentStore } from '../unsent/unsent-store.js';
import { type Editing, useKept, WithUnsent } from '../unsent/with-unsent.js';
import { CreditWarning } from './credit-warning.js';
import { CustomerField } from './customer-field.js';
import { blankLine, draftLines, linesFrom, sentPath } from './draft-line.js';
import { LineFields } from './line-fields.js';
import { NewCustomer } from './new-customer.js';
import { invoiceKey, invoicesKey, useProducts } from './sales-queries.js';
import { optionsOf, today } from './sale-options.js';
import { type PaperDetails, PaperFields } from './paper-fields.js';
import { Totals } from './totals.js';
import { type TypedSale, typedSaleIn } from './typed-sale.js';
import { useTaxQuote } from './use-tax-quote.js';
import classes from './sales.module.css';

interface InvoiceEditorProps {
  readonly companyId: string;
  /** The draft that is rewritten; without it a new one is written. */
  readonly invoice?: sales.Invoice;
  /** Whom a new one is for, where that is known. */
  readonly customerId?: string;
  readonly stop?: () => void;
}

/** The fields of a draft, with what they come to. */
export function InvoiceEditor(props: InvoiceEditorProps) {
  const products = useProducts(props.companyId);
  const { companyId, invoice } = props;
  // Of a draft that was stored since, what is kept here belongs to another text.
  const document = invoice ? `invoice.${invoice.id}.${String(invoice.version)}` : 'invoice';
  return (
    <WithUnsent kind="invoice" read={typedSaleIn} {...{ companyId, document }}>
      {(editing) => <Editor {...props} editing={editing} products={products.data ?? noProducts} />}
    </WithUnsent>
  );
}

const noProducts: readonly sales.Product[] = [];

interface EditorProps extends InvoiceEditorProps {
  readonly editing: Editing<TypedSale>;
  readonly products: readonly sales.Product[];
}

function Editor({ companyId, products, invoice, stop, editing, ...known }: EditorProps) {
  const { t } = useTranslation();
  const [begun] = useState(() => ({
    ...(invoice ? begunWith(invoice) : blank(known.customerId)),
    ...editing.begun,
  }));
  const [customerId, setCustomer] = useState(begun.customerId);
  const [on, setOn] = useState(begun.on);
  const [lines, setLines] = useState(begun.lines);
  const [papers, setPapers] = useState(begun.papers);
  const [isAdding, setAdding] = useState(false);
  const { store } = editing;
  const leave = (): void => {
    store.erase();
    stop?.();
  };
  useKept(store, { customerId, on, lines, papers });
  const sale = { ...begun.options, customerId, on, lines: linesFrom(lines) };
  const quote = useTaxQuote(companyId, isComplete(sale) ? sale : undefined);
  const submission = useDraft({ companyId, body: { ...papers, ...sale }, invoice, stop, store });
  const errorOf = (path: string): string | undefined =>
    submission.errorOf(path) ??
    (quote.error ? messageAt(quote.error, sentPath(lines, path) ?? '') : undefined);
  return (
    <div className={classes.editor}>
      <Form
        submission={submission}
        isDocument
        action={t('invoices.saveDraft')}
        aside={stop ? <Cancel close={leave} /> : null}
      >
        <Head
          {...{ companyId, customerId, on, setCustomer, setOn }}
          errorOf={errorOf}
          add={() => setAdding(true)}
        />
        <LineFields {...{ lines, products, errorOf }} change={setLines} />
        <PaperFields {...{ papers, errorOf }} change={setPapers} />
        <Quoted {...{ quote, companyId, customerId }} />
      </Form>
      {isAdding && (
        <NewCustomer
          companyId={companyId}
          close={() => setAdding(false)}
          added={({ id }) => setCustomer(id)}
        />
      )}
    </div>
  );
}

interface QuotedProps {
  readonly quote: ReturnType<typeof useTaxQuote>;
  readonly companyId: string;
  readonly customerId: string;
}

/** What it comes to; where that could not be computed, why, instead of figures that belong to what stood here before. */
function Quoted({ quote, companyId, customerId }: QuotedProps) {
  if (quote.isError) {
    const isTyped = quote.error instanceof RequestRefused && quote.error.problem.status < 500;
    return <ProblemNote error={quote.error} {...(!isTyped && { retry: () => void quote.refetch() })} />;
  }
  const totals = quote.data?.totals;
  return (
    <>
      <div aria-live="polite">{totals && <Totals totals={totals} />}</div>
      {totals && <CreditWarning {...{ companyId, customerId, total: totals.total }} />}
    </>
  );
}

interface HeadProps {
  readonly companyId: string;
  readonly customerId: string;
  readonly on: string;
  readonly setCustomer: (id: string) => void;
  readonly setOn: (on: string) => void;
  readonly errorOf: (path: string) => string | undefined;
  readonly add: () => void;
}

/** Whom it is for, and when. */
function Head({ companyId, customerId, on, setCustomer, setOn, errorOf, add }: HeadProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.head}>
      <CustomerField
        {...{ companyId }}
        value={customerId}
        choose={setCustomer}
        error={errorOf('customerId')}
      />
      <Button variant="default" onClick={add}>
        {t('customers.add')}
      </Button>
      <TextField
        name="on"
        type="date"
        required
        label={t('invoices.on')}
        value={on}
        error={errorOf('on')}
        onChange={({ currentTarget }) => setOn(currentTarget.value)}
      />
    </div>
  );
}

interface DraftProps {
  readonly store: UnsentStore;
  readonly companyId: string;
  readonly body: sales.CreateInvoice;
  readonly invoice: sales.Invoice | undefined;
  readonly stop: (() => void) | undefined;
}

function useDraft({ companyId, body, invoice, stop, store }: DraftProps) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useSubmission({
    send: async () => {
      if (!invoice) {
        const request = { path: { companyId }, body };
        const idempotencyKey = store.keyFor(body);
        return (await api(sales.invoicesCreate, request, { idempotencyKey })).body;
      }
      const { id, version } = invoice;
      const at = { path: { companyId, id }, headers: { 'If-Match': `"${version}"` } };
      return (await api(sales.invoicesReplace, { ...at, body })).body;
    },
    done: (saved) => {
      store.erase();
      const { id } = saved;
      // What is decided next is decided on the version that was just stored.
      client.setQueryData(invoiceKey(companyId, id), saved);
      void client.invalidateQueries({ queryKey: invoicesKey(companyId) });
      if (!stop) void navigate({ to: '/invoices/$id', params: { id } });
      stop?.();
    },
  });
}

/** What an editor begins with. */
interface Begun extends TypedSale {
  readonly options: Partial<sales.QuoteTax>;
}

function blank(customerId = ''): Begun {
  return { customerId, on: today(), lines: [blankLine()], options: {}, papers: {} };
}

function begunWith(invoice: sales.Invoice): Begun {
  const { customerId, on, lines } = invoice;
  return {
    ...{ customerId, on, lines: draftLines(lines) },
    ...{ options: optionsOf(invoice), papers: papersOf(invoice) },
  };
}

function isComplete({ customerId, on, lines }: sales.QuoteTax): boolean {
  return customerId !== '' && on !== '' && lines.length > 0;
}

function papersOf({ dueOn, notes }: sales.Invoice): PaperDetails {
  return { ...(dueOn !== null && { dueOn }), ...(notes !== null && { notes }) };
}
