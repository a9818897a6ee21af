import { common } from '@dhanman/client';
import { IconAlertTriangle, IconCheck, IconCopyCheck, IconPencil } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { chartKey } from '../journals/journal-queries.js';
import { bodyOf, SheetFields, type WrittenSheet } from '../patterns/sheet-fields.js';
import { SheetProblems } from '../patterns/sheet-problems.js';
import { PageHeader } from '../layout/page-header.js';
import { Form } from '../patterns/form.js';
import { Records, type Column } from '../patterns/records.js';
import { StateChip } from '../patterns/state-chip.js';
import { useSubmission } from '../patterns/use-submission.js';

const sheetColumns = {
  needed: 'Number, Name',
  more: 'Parent, TakesLines, Contra, Party, CashFlow, Role, InUse',
};

/** A sheet is checked first and imported as it was checked; with one mistake in it nothing is. */
export function ImportChartPage() {
  const { t } = useTranslation();
  const [sheet, setSheet] = useState<WrittenSheet>({ text: '' });
  const [shown, setShown] = useState<{ readonly found: common.ChartImport; readonly isDone: boolean }>();
  const check = useSubmission({
    send: async () => (await api(common.chartImportsPreview, { body: bodyOf(sheet) })).body,
    done: (found) => setShown({ found, isDone: false }),
  });
  const error = check.errorOf('text') ?? check.errorOf('workbook');
  const change = (next: WrittenSheet): void => {
    setSheet(next);
    setShown(undefined);
  };
  return (
    <>
      <PageHeader title={t('chartImport.title')} intro={t('chartImport.intro')} />
      <Form submission={check} action={t('sheet.check')}>
        <SheetFields {...{ sheet, change, error }} columns={sheetColumns} />
      </Form>
      {shown && (
        <div aria-live="polite">
          {shown.isDone && <p role="status">{t('chartImport.done')}</p>}
          <SheetProblems problems={shown.found.problems} whole={t('chartImport.whole')} />
          <Found {...shown} />
          {!shown.isDone && (
            <Import sheet={sheet} {...shown} done={(found) => setShown({ found, isDone: true })} />
          )}
        </div>
      )}
    </>
  );
}

interface ImportProps {
  readonly sheet: WrittenSheet;
  readonly found: common.ChartImport;
  readonly done: (found: common.ChartImport) => void;
}

function Import({ sheet, found, done }: ImportProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const submission = useSubmission({
    send: async (_, idempotencyKey) =>
      (await api(common.chartImportsImport, { body: bodyOf(sheet) }, { idempotencyKey })).body,
    done: (imported) => {
      void client.invalidateQueries({ queryKey: chartKey });
      done(imported);
    },
  });
  const count = found.accounts.filter(({ outcome }) => outcome === 'added' || outcome === 'changed').length;
  if (count === 0 || found.problems.length > 0) return null;
  return <Form submission={submission} action={t('chartImport.import', { count })} />;
}

type Account = common.ChartImport['accounts'][number];

function Found({ found }: Pick<ImportProps, 'found'>) {
  const { t } = useTranslation();
  return (
    <Records
      label={t('chart.title')}
      rows={found.accounts}
      keyOf={({ row }) => String(row)}
      columns={columns(t)}
    />
  );
}

const looks = {
  added: { tone: 'good', icon: IconCheck },
  changed: { tone: 'progress', icon: IconPencil },
  same: { tone: 'neutral', icon: IconCopyCheck },
  refused: { tone: 'bad', icon: IconAlertTriangle },
} as const;

const columns = (t: TFunction): readonly Column<Account>[] => [
  { label: t('sheet.row'), cell: ({ row }) => row },
  { label: t('chart.account'), cell: ({ number, name }) => `${number} ${name}` },
  {
    label: t('journals.state'),
    cell: ({ outcome }) => <StateChip {...looks[outcome]}>{t(`chartImport.outcomes.${outcome}`)}</StateChip>,
  },
];
