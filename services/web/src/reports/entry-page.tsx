import { common } from '@dhanman/client';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { formatAmount } from '../formats/amount.js';
import { formatDate } from '../formats/date.js';
import { formatInstant } from '../formats/instant.js';
import { PageHeader } from '../layout/page-header.js';
import { Loaded } from '../patterns/loaded.js';
import { Records, type Column } from '../patterns/records.js';
import { useCompany } from '../session/me.js';

const route = getRouteApi('/signed-in-only/entries/$id');

/** What was entered, on which accounts: where every number of a report ends. */
export function EntryPage() {
  const { id } = route.useParams();
  const companyId = useCompany()?.id ?? '';
  const entry = useQuery({
    queryKey: ['entry', companyId, id],
    enabled: companyId !== '',
    queryFn: async ({ signal }) =>
      (await api(common.entriesGet, { path: { companyId, entryId: id } }, { signal })).body,
  });
  return <Loaded query={entry}>{(loaded) => <Entry entry={loaded} />}</Loaded>;
}

type Line = common.Entry['lines'][number];

function Entry({ entry }: { readonly entry: common.Entry }) {
  const { t } = useTranslation();
  const { number, narration, enteredOn, postedAt, lines, reversedBy } = entry;
  const when = { date: formatDate(enteredOn), time: formatInstant(Date.parse(postedAt)) };
  const side = (wanted: Line['side']) => (line: Line) =>
    line.side === wanted ? formatAmount(line.amount) : '';
  const columns: readonly Column<Line>[] = [
    { label: t('entry.account'), cell: ({ account, accountId }) => <ToLedger {...{ account, accountId }} /> },
    { label: t('entry.debit'), cell: side('debit'), isFigure: true },
    { label: t('entry.credit'), cell: side('credit'), isFigure: true },
  ];
  return (
    <>
      <PageHeader title={t('entry.title', { number })} intro={t('entry.intro', { narration, ...when })} />
      {reversedBy !== null && (
        <p>
          <Link to="/entries/$id" params={{ id: reversedBy.entryId }}>
            {t('entry.reversed', { number: reversedBy.number })}
          </Link>
        </p>
      )}
      <Records
        label={t('entry.lines')}
        rows={lines}
        keyOf={(line) => String(lines.indexOf(line))}
        columns={columns}
      />
    </>
  );
}

function ToLedger({ account, accountId }: Pick<Line, 'account' | 'accountId'>) {
  return (
    <Link to="/reports/$name" params={{ name: 'general-ledger' }} search={{ accountId }}>
      {account}
    </Link>
  );
}
