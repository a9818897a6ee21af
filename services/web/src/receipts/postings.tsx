import type { sales } from '@dhanman/client';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { wordsFor } from '../language/fields.js';
import { formatRupees } from '../formats/amount.js';
import { formatDate } from '../formats/date.js';
import { Records, type Column } from '../patterns/records.js';
import classes from './receipts.module.css';

/** What the ledger was asked for a document, and what it has answered. */
export function Postings({ postings }: { readonly postings: readonly sales.Posting[] }) {
  const { t } = useTranslation();
  return (
    <section className={classes.section} aria-label={t('receipts.inLedger')}>
      <h2>{t('receipts.inLedger')}</h2>
      <Records
        label={t('receipts.inLedger')}
        rows={postings}
        keyOf={({ id }) => id}
        columns={postingColumns(t)}
      />
    </section>
  );
}

const purposes = ['receive', 'apply', 'release', 'issue', 'pay', 'write-off'] as const;

const postingColumns = (t: TFunction): readonly Column<sales.Posting>[] => [
  {
    label: t('receipts.purpose'),
    cell: ({ purpose }) => t(`receipts.purposes.${purposes.find((one) => one === purpose) ?? 'receive'}`),
  },
  { label: t('receipts.on'), cell: ({ on }) => formatDate(on) },
  { label: t('receipts.amount'), cell: ({ amount }) => formatRupees(amount), isFigure: true },
  { label: t('receipts.state'), cell: (posting) => <PostingState posting={posting} /> },
];

function PostingState({ posting }: { readonly posting: sales.Posting }) {
  const { t } = useTranslation();
  const { state, entryId, rejection } = posting;
  const word = t(`receipts.postingStates.${state}`);
  return (
    <>
      {entryId === null ? (
        word
      ) : (
        <Link to="/entries/$id" params={{ id: entryId }}>
          {word}
        </Link>
      )}
      {rejection && ` ${wordsFor({ ...rejection, message: rejection.reason })}`}
    </>
  );
}
