import type { sales } from '@dhanman/client';
import { useTranslation } from 'react-i18next';
import { formatRupees } from '../formats/amount.js';
import { formatDate } from '../formats/date.js';
import { Records } from '../patterns/records.js';
import making from '../sales/making.module.css';
import classes from './runs.module.css';

interface PreviewProps {
  readonly run: sales.StartInvoiceRun;
  readonly preview: sales.InvoiceRunPreview;
}

/** How many bills, how much together, and who could not be billed as things stand. */
export function RunPreview({ run, preview }: PreviewProps) {
  const { t } = useTranslation();
  const { bills, total, problemCount } = preview;
  return (
    <section aria-live="polite">
      <h2>{run.name}</h2>
      <dl className={classes.figures}>
        <Figure label={t('runs.bills')}>{bills}</Figure>
        <Figure label={t('runs.totalOfAll')}>{formatRupees(total)}</Figure>
        <Figure label={t('runs.on')}>{formatDate(run.on)}</Figure>
        <Figure label={t('runs.makes')}>{t(`runs.making.${run.makes}`)}</Figure>
        {problemCount > 0 && <Figure label={t('runs.problemCount')}>{problemCount}</Figure>}
      </dl>
      <Sample preview={preview} />
      <Problems preview={preview} />
    </section>
  );
}

interface FigureProps {
  readonly label: string;
  readonly children: string | number;
}

export function Figure({ label, children }: FigureProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Sample({ preview: { sample, bills } }: Pick<PreviewProps, 'preview'>) {
  const { t } = useTranslation();
  if (sample.length === 0) return null;
  const isAll = sample.length === bills;
  return (
    <section className={making.part}>
      <h2>{isAll ? t('runs.sampleAll') : t('runs.sample', { count: sample.length })}</h2>
      <Records
        label={t('runs.bills')}
        rows={sample}
        keyOf={({ customerId }) => customerId}
        columns={[
          { label: t('runs.customer'), cell: ({ customerName }) => customerName },
          {
            label: t('runs.amount'),
            cell: ({ total }) => formatRupees(total),
            isFigure: true,
            isLoud: true,
          },
        ]}
      />
    </section>
  );
}

function Problems({ preview: { problems, problemCount, bills } }: Pick<PreviewProps, 'preview'>) {
  const { t } = useTranslation();
  if (problemCount === 0) return null;
  return (
    <section className={making.part}>
      <h2>{t('runs.problems', { count: problemCount })}</h2>
      {bills > 0 && <p>{t('runs.problemsText')}</p>}
      <Records
        label={t('runs.problemCount')}
        rows={problems}
        keyOf={({ customerId }) => customerId}
        columns={[
          { label: t('runs.customer'), cell: ({ customerName }) => customerName },
          { label: t('runs.reason'), cell: ({ reason }) => <span lang="en">{reason}</span> },
        ]}
      />
    </section>
  );
}
