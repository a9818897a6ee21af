import { sales } from '@dhanman/client';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { Form } from '../patterns/form.js';
import { useSubmission } from '../patterns/use-submission.js';
import { LineFields } from '../sales/line-fields.js';
import making from '../sales/making.module.css';
import { useProducts } from '../sales/sales-queries.js';
import { blankRecurring, draftOf, isShowable, writtenFrom } from './draft-recurring.js';
import { HeadFields, PriceChanges, RhythmFields } from './recurring-fields.js';
import { recurringKey, useRecurringPreview } from './recurring-queries.js';
import { Upcoming } from './upcoming.js';

interface EditorProps {
  readonly companyId: string;
  /** The one that is rewritten; without it a new one is written. */
  readonly recurring?: sales.RecurringInvoice;
}

/** What recurs as it is written, with the dates and amounts that would come of it. */
export function RecurringEditor(props: EditorProps) {
  const { companyId, recurring } = props;
  const { t } = useTranslation();
  const products = useProducts(companyId).data ?? [];
  const [draft, change] = useState(() => (recurring ? draftOf(recurring) : blankRecurring()));
  const body = writtenFrom(draft);
  // A name is asked for when it is saved; what it comes to can be seen before.
  const shown = isShowable(body) ? { ...body, name: body.name || '–' } : undefined;
  const preview = useRecurringPreview(companyId, shown);
  const submission = useSaving(props, body);
  const { errorOf } = submission;
  return (
    <div className={making.editor}>
      <Form submission={submission} isDocument action={t('recurring.save')}>
        <HeadFields {...{ companyId, draft, change, errorOf }} />
        <RhythmFields {...{ draft, change, errorOf }} />
        <LineFields
          {...{ products, errorOf }}
          lines={draft.lines}
          change={(lines) => change({ ...draft, lines })}
        />
        <PriceChanges {...{ draft, change, errorOf }} />
        <div aria-live="polite">{preview.data && <Upcoming upcoming={preview.data.upcoming} />}</div>
      </Form>
    </div>
  );
}

function useSaving({ companyId, recurring }: EditorProps, body: sales.CreateRecurringInvoice) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useSubmission({
    send: async (_, idempotencyKey) => {
      if (!recurring) {
        const request = { path: { companyId }, body };
        return (await api(sales.recurringInvoicesCreate, request, { idempotencyKey })).body;
      }
      const { id, version } = recurring;
      const at = { path: { companyId, id }, headers: { 'If-Match': `"${version}"` } };
      return (await api(sales.recurringInvoicesReplace, { ...at, body })).body;
    },
    done: ({ id }) => {
      void client.invalidateQueries({ queryKey: recurringKey(companyId) });
      void navigate({ to: '/invoices/recurring/$id', params: { id } });
    },
  });
}
