import { Button } from '@mantine/core';
import { sales } from '@dhanman/client';
import { IconBellRinging } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { ProblemNote } from '../patterns/problem-note.js';
import { Records } from '../patterns/records.js';
import { useSubmission } from '../patterns/use-submission.js';
import { useMay } from '../session/me.js';
import { isSettled } from '../receipts/invoice-settlements.js';
import { Paged } from '../sales/paged.js';
import { reminderColumns } from './reminder-columns.js';
import { remindersKey, useReminders } from './reminder-queries.js';
import classes from './reminders.module.css';

interface InvoiceRemindersProps {
  readonly companyId: string;
  readonly invoice: sales.Invoice;
}

/** Of what the customer was reminded and when, and the way to do so now. */
export function InvoiceReminders({ companyId, invoice }: InvoiceRemindersProps) {
  const { t } = useTranslation();
  const may = useMay();
  const { id } = invoice;
  const query = useReminders(companyId, { invoiceId: id });
  const latest = latestOf(query);
  const isOwed = isStillOwed(invoice) && may('dhanman.sales.reminder.send');
  if (latest === '' && !isOwed) return null;
  return (
    <section aria-label={t('reminders.title')} className={classes.ofInvoice}>
      {latest !== '' && <Sent query={query} />}
      {isOwed && <RemindNow {...{ companyId, id, latest }} />}
    </section>
  );
}

function Sent({ query }: { readonly query: ReturnType<typeof useReminders> }) {
  const { t } = useTranslation();
  return (
    <Paged query={query}>
      {(rows) => (
        <Records
          label={t('reminders.ofInvoice')}
          rows={rows}
          columns={reminderColumns(t)}
          keyOf={({ id }) => id}
        />
      )}
    </Paged>
  );
}

function latestOf({ data }: ReturnType<typeof useReminders>): string {
  return data?.pages[0]?.items[0]?.id ?? '';
}

function isStillOwed(invoice: sales.Invoice): boolean {
  const { state } = invoice;
  return (state === 'issued' || state === 'posted') && !isSettled(invoice);
}

interface RemindNowProps {
  readonly companyId: string;
  readonly id: string;
  readonly latest: string;
}

/** Pressed twice, or with its answer lost, it reminds once; after it is seen in the list, the next press is another. */
function RemindNow({ companyId, id, latest }: RemindNowProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const submission = useSubmission({
    send: async (_, idempotencyKey) =>
      (await api(sales.remindersSend, { path: { companyId, id } }, { idempotencyKey })).body,
    done: () => void client.invalidateQueries({ queryKey: remindersKey(companyId) }),
  });
  return (
    <form className={classes.remind} onSubmit={submission.submit} aria-busy={submission.isBusy}>
      <input type="hidden" name="after" value={latest} />
      {submission.error !== undefined && <ProblemNote error={submission.error} />}
      <Button
        type="submit"
        variant="default"
        aria-disabled={submission.isBusy}
        leftSection={<IconBellRinging size={16} stroke={1.75} aria-hidden />}
      >
        {t('reminders.send')}
      </Button>
    </form>
  );
}
