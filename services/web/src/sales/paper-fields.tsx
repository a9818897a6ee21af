import type { sales } from '@dhanman/client';
import { useTranslation } from 'react-i18next';
import { LongTextField, TextField } from '../patterns/field.js';

export type PaperDetails = Pick<sales.CreateInvoice, 'dueOn' | 'notes'>;

interface PaperFieldsProps {
  readonly papers: PaperDetails;
  readonly change: (papers: PaperDetails) => void;
  readonly errorOf: (path: string) => string | undefined;
}

/** What stands on the paper beside the lines: until when to pay, and a word to the customer. */
export function PaperFields({ papers, change, errorOf }: PaperFieldsProps) {
  const { t } = useTranslation();
  const put = ({ dueOn = '', notes = '' }: PaperDetails): void =>
    change({ ...(dueOn !== '' && { dueOn }), ...(notes !== '' && { notes }) });
  return (
    <>
      <TextField
        name="dueOn"
        type="date"
        label={t('invoices.payUntil')}
        hint={t('invoices.payUntilHint')}
        value={papers.dueOn ?? ''}
        error={errorOf('dueOn')}
        onChange={({ currentTarget }) => put({ ...papers, dueOn: currentTarget.value })}
      />
      <LongTextField
        name="notes"
        label={t('invoices.notes')}
        rows={2}
        maxLength={2000}
        value={papers.notes ?? ''}
        error={errorOf('notes')}
        onChange={({ currentTarget }) => put({ ...papers, notes: currentTarget.value })}
      />
    </>
  );
}
