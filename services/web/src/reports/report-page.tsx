import { Button } from '@mantine/core';
import type { common } from '@dhanman/client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { formatDate } from '../formats/date.js';
import { formatInstant } from '../formats/instant.js';
import { PageHeader } from '../layout/page-header.js';
import { Loaded } from '../patterns/loaded.js';
import { useDaysOfYear } from '../session/chosen-year.js';
import { useCompany, type Company } from '../session/me.js';
import { ExportButtons } from './export-buttons.js';
import { ReportChecks } from './report-checks.js';
import { ReportControls } from './report-controls.js';
import { kindOf, requestOf, type ShownReport } from './report-list.js';
import { asKnownNow, type ReportSearch, withinYear } from './report-search.js';
import { ReportTable } from './report-table.js';
import { useReportTitle } from './use-report-title.js';
import classes from './reports.module.css';

const route = getRouteApi('/signed-in-only/reports/$name');

/** Any report: its days, its rows, whether it ties out, and the way to what stands behind each number. */
export function ReportPage() {
  const company = useCompany();
  const { name } = route.useParams();
  const search = withinYear(route.useSearch(), useDaysOfYear());
  return company ? <OfCompany {...{ company, name, search }} /> : null;
}

interface OfCompanyProps {
  readonly company: Company;
  readonly name: ShownReport;
  readonly search: ReportSearch;
}

function OfCompany({ company, name, search }: OfCompanyProps) {
  const titleOf = useReportTitle();
  const pages = useReport(company.id, name, search);
  const { data, error, refetch } = pages;
  const query = { data: data && joined(data.pages), error, refetch };
  return (
    <>
      <PageHeader
        title={titleOf(name, company.kind)}
        action={<ExportButtons companyId={company.id} {...{ name, search }} />}
      />
      <ReportControls {...{ name, search }} />
      <Loaded query={query}>
        {(report) => <Report {...{ report, name, search, pages }} title={titleOf(name, company.kind)} />}
      </Loaded>
    </>
  );
}

type Pages = ReturnType<typeof useReport>;

function useReport(companyId: string, name: ShownReport, search: ReportSearch) {
  const { operation } = kindOf(name);
  return useInfiniteQuery({
    queryKey: ['report', companyId, name, search],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ signal, pageParam }) => {
      const { path, query } = requestOf(name, companyId, search);
      const page = { ...query, ...(pageParam !== undefined && { cursor: pageParam }) };
      return (await api(operation, { path, query: page }, { signal })).body;
    },
    getNextPageParam: ({ nextCursor }: common.Report) => nextCursor ?? undefined,
  });
}

function joined(pages: readonly common.Report[]): common.Report | undefined {
  const [first] = pages;
  const last = pages.at(-1);
  if (!first || !last) return undefined;
  return { ...last, knownAt: first.knownAt, rows: pages.flatMap(({ rows }) => rows) };
}

interface ReportProps {
  readonly report: common.Report;
  readonly name: ShownReport;
  readonly search: ReportSearch;
  readonly title: string;
  readonly pages: Pages;
}

function Report({ report, name, search, title, pages }: ReportProps) {
  const { t } = useTranslation();
  const { subject, from, asOf, knownAt, currency } = report;
  return (
    <section className={classes.report} aria-busy={pages.isFetching}>
      {search.knownAt !== undefined && (
        <p className={classes.past}>
          {t('reports.past', { time: formatInstant(Date.parse(knownAt)) })}{' '}
          <Link to="/reports/$name" params={{ name }} search={asKnownNow(search)}>
            {t('reports.asKnownNow')}
          </Link>
        </p>
      )}
      <p className={classes.head}>
        {subject !== null && <strong>{subject} · </strong>}
        {from === asOf
          ? t('reports.day', { asOf: formatDate(asOf), currency })
          : t('reports.span', { from: formatDate(from), asOf: formatDate(asOf), currency })}
      </p>
      <ReportTable label={title} {...{ name, report, search }} />
      {pages.hasNextPage && (
        <Button variant="default" onClick={() => void pages.fetchNextPage()}>
          {t('reports.more')}
        </Button>
      )}
      <ReportChecks checks={report.checks} />
      <Chain chain={report.chain} />
      {kindOf(name).asks.includes('knownAt') && (
        <p className={classes.known}>
          <Link to="/reports/$name" params={{ name }} search={{ ...search, asOf, from, knownAt }}>
            {t('reports.lastingLink', { time: formatInstant(Date.parse(knownAt)) })}
          </Link>
        </p>
      )}
    </section>
  );
}

/** What holds us to what the books said: the same entries have the same link for ever. */
function Chain({ chain }: Pick<common.Report, 'chain'>) {
  const { t } = useTranslation();
  if (!chain || chain.entries === 0) return null;
  return (
    <p className={classes.chain}>
      {t('reports.chain', { count: chain.entries })} <code>{chain.hash}</code>
    </p>
  );
}
