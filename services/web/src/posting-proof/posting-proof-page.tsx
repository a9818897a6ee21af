import { EmptyState } from '@mantine/core';
import { common, sales } from '@dhanman/client';
import { IconAlertTriangle, IconCircleCheck, IconClock, type Icon } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { formatRupees } from '../formats/amount.js';
import { PageHeader } from '../layout/page-header.js';
import { askAgainMs } from '../live/listening.js';
import { Loaded } from '../patterns/loaded.js';
import { Records, type Column } from '../patterns/records.js';
import { StateChip } from '../patterns/state-chip.js';
import { InCompany } from '../sales/in-company.js';
import type { Tone } from '../theme/tokens.js';
import { proofOf, type ProofRow, type ProofState } from './proof.js';
import classes from './posting-proof.module.css';

/** Whether everything that must be in the books is in the books: each side counts by itself, and here they meet. */
export function PostingProofPage() {
  return <InCompany>{({ id }) => <Proof key={id} companyId={id} />}</InCompany>;
}

function Proof({ companyId }: { readonly companyId: string }) {
  const { t } = useTranslation();
  const proof = useProof(companyId);
  return (
    <>
      <PageHeader title={t('postingProof.title')} intro={t('postingProof.intro')} />
      <Loaded query={proof}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState
              icon={<IconCircleCheck size={32} stroke={1.5} aria-hidden />}
              title={t('postingProof.none')}
              description={t('postingProof.noneText')}
            />
          ) : (
            <Found rows={rows} />
          )
        }
      </Loaded>
    </>
  );
}

/** Every service whose documents post answers for its own. */
function useProof(companyId: string) {
  return useQuery({
    queryKey: ['posting-proof', companyId],
    queryFn: async ({ signal }) => {
      const request = { path: { companyId } };
      // The documents first: what is posted by then has its entry already.
      const counts = (await api(sales.postingsCount, request, { signal })).body.items;
      const postings = (await api(common.postingsCount, request, { signal })).body.items;
      return proofOf(
        counts.map((count) => ({ ...count, service: 'sales' as const })),
        postings,
      );
    },
    // What is in flight arrives within moments: whoever looks sees it arrive.
    refetchInterval: ({ state: { data } }) =>
      data?.some(({ state }) => state === 'waiting') === true ? askAgainMs(2_000, 'sales', 'common') : false,
  });
}

function Found({ rows }: { readonly rows: readonly ProofRow[] }) {
  const { t } = useTranslation();
  const worst = (['differs', 'waiting'] as const).find((state) => rows.some((row) => row.state === state));
  return (
    <>
      <p className={classes.verdict}>
        <Verdict state={worst ?? 'proved'}>{t(`postingProof.verdict.${worst ?? 'proved'}`)}</Verdict>
      </p>
      <Records label={t('postingProof.title')} rows={rows} keyOf={keyOf} columns={columns(t)} />
    </>
  );
}

function keyOf({ month, service, document }: ProofRow): string {
  return `${month} ${service} ${document}`;
}

const looks: Readonly<Record<ProofState, { readonly tone: Tone; readonly icon: Icon }>> = {
  proved: { tone: 'good', icon: IconCircleCheck },
  waiting: { tone: 'progress', icon: IconClock },
  differs: { tone: 'bad', icon: IconAlertTriangle },
};

function Verdict({ state, children }: { readonly state: ProofState; readonly children: string }) {
  return <StateChip {...looks[state]}>{children}</StateChip>;
}

const columns = (t: TFunction): readonly Column<ProofRow>[] => [
  {
    label: t('postingProof.month'),
    cell: ({ month }) => <span className={classes.month}>{month.split('-').reverse().join('-')}</span>,
  },
  {
    label: t('postingProof.documents'),
    cell: ({ service, document }) =>
      `${t(`service.${service}.name`)}: ${t(`postingProof.kind.${document}`, { defaultValue: document })}`,
  },
  { label: t('postingProof.due'), cell: ({ due }) => due, isFigure: true },
  { label: t('postingProof.posted'), cell: ({ posted }) => posted, isFigure: true },
  { label: t('postingProof.entries'), cell: ({ entries }) => entries, isFigure: true },
  {
    label: t('postingProof.inFlight'),
    cell: ({ inFlight }) => <InState state="issued" count={inFlight} />,
    isFigure: true,
  },
  {
    label: t('postingProof.rejected'),
    cell: ({ rejected }) => <InState state="rejected" count={rejected} />,
    isFigure: true,
  },
  { label: t('postingProof.amountDue'), cell: ({ amountDue }) => formatRupees(amountDue), isFigure: true },
  {
    label: t('postingProof.amountEntered'),
    cell: ({ amountEntered }) => formatRupees(amountEntered),
    isFigure: true,
  },
  {
    label: t('postingProof.state'),
    cell: ({ state }) => <Verdict state={state}>{t(`postingProof.states.${state}`)}</Verdict>,
    isLoud: true,
  },
];

/** Those that are not there yet can be looked at one by one. */
function InState({ state, count }: { readonly state: 'issued' | 'rejected'; readonly count: number }) {
  if (count === 0) return <>0</>;
  return (
    <Link to="/invoices" search={{ state }}>
      {count}
    </Link>
  );
}
