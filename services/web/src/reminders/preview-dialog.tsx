import { Button } from '@mantine/core';
import { sales } from '@dhanman/client';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { Dialog } from '../patterns/dialog.js';
import { Loaded } from '../patterns/loaded.js';
import classes from './reminders.module.css';

export interface Looked {
  readonly days: number;
  readonly words: sales.ReminderWords;
}

interface PreviewDialogProps {
  readonly companyId: string;
  readonly looked: Looked;
  readonly close: () => void;
}

/** The words as a customer would get them, of an invoice that is open. */
export function PreviewDialog({ companyId, looked, close }: PreviewDialogProps) {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['sales', companyId, 'reminder-preview', looked],
    queryFn: async ({ signal }) =>
      (await api(sales.reminderPlansPreview, { path: { companyId }, body: looked }, { signal })).body,
    retry: false,
    gcTime: 0,
  });
  return (
    <Dialog title={t('reminders.plan.preview')} close={close} isWide>
      <Loaded query={query}>
        {({ invoiceNumber, customerName, subject, text }) => (
          <>
            <p className={classes.note}>
              {t('reminders.plan.previewOf', { number: invoiceNumber, customer: customerName })}
            </p>
            <p className={classes.subject}>{subject}</p>
            <p className={classes.text}>{text}</p>
          </>
        )}
      </Loaded>
      <div className={classes.close}>
        <Button variant="default" onClick={close}>
          {t('reminders.plan.closePreview')}
        </Button>
      </div>
    </Dialog>
  );
}
