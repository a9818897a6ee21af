import { Button } from '@mantine/core';
import type { common } from '@dhanman/client';
import { Money } from '@dhanman/kernel';
import { IconScale } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatAmount, formatBalance } from '../formats/amount.js';
import { formatDate } from '../formats/date.js';
import { formatInstant } from '../formats/instant.js';
import { useChart } from '../journals/journal-queries.js';
import { PageHeader } from '../layout/page-header.js';
import { Cancel } from '../patterns/change-button.js';
import { Loaded } from '../patterns/loaded.js';
import { NothingYet } from '../patterns/nothing-yet.js';
import { Records, type Column } from '../patterns/records.js';
import { InCompany } from '../sales/in-company.js';
import { useMay } from '../session/me.js';
import { OpeningEditor } from './opening-editor.js';
import { useOpening } from './opening-queries.js';
import classes from './opening.module.css';

/** What the company brought into its books, and how that was corrected. */
export function OpeningPage() {
  return <InCompany>{({ id }) => <OpeningOf key={id} companyId={id} />}</InCompany>;
}

function OpeningOf({ companyId }: { readonly companyId: string }) {
  const { t } = useTranslation();
  const chart = useChart();
  return (
    <>
      <PageHeader title={t('opening.title')} intro={t('opening.intro')} />
      <Loaded query={useOpening(companyId)}>
        {(opening) => (
          <Loaded query={chart}>{(accounts) => <Shown {...{ companyId, opening, accounts }} />}</Loaded>
        )}
      </Loaded>
    </>
  );
}

const enter = 'dhanman.common.opening-balance.enter';

type Current = NonNullable<common.OpeningBalances['current']>;

interface ShownProps {
  readonly companyId: string;
  readonly opening: common.OpeningBalances;
  readonly accounts: readonly common.Account[];
}

function Shown(props: ShownProps) {
  const { current, earlier } = props.opening;
  return (
    <>
      {current ? <Standing {...props} current={current} /> : <First {...props} />}
      <Earlier versions={earlier} />
    </>
  );
}

function First(props: ShownProps) {
  const may = useMay();
  if (!may(enter)) return <None />;
  return <OpeningEditor {...props} done={() => undefined} />;
}

function Standing({ current, ...props }: ShownProps & { readonly current: Current }) {
  const { t } = useTranslation();
  const may = useMay();
  const [isCorrected, setCorrected] = useState(false);
  const done = (): void => setCorrected(false);
  return (
    <>
      <Entered {...props} current={current} />
      {may(enter) && !isCorrected && (
        <Button variant="default" onClick={() => setCorrected(true)}>
          {t('opening.correct')}
        </Button>
      )}
      {isCorrected && <OpeningEditor {...props} done={done} aside={<Cancel close={done} />} />}
    </>
  );
}

function None() {
  const { t } = useTranslation();
  return <NothingYet icon={IconScale} title={t('opening.none')} text={t('opening.noneText')} />;
}

interface EnteredProps extends Pick<ShownProps, 'opening' | 'accounts'> {
  readonly current: Current;
}

function Entered({ current, opening, accounts }: EnteredProps) {
  const { t } = useTranslation();
  const { on, entry, postedAt, postedBy, difference, lines } = current;
  const names = new Map(accounts.map(({ code, name }) => [code, name]));
  const rows = lines.map((line, index) => ({
    ...{ ...line, key: String(index), name: names.get(line.account) ?? '' },
  }));
  const time = formatInstant(Date.parse(postedAt));
  return (
    <section className={classes.standing} aria-label={t('opening.standing')}>
      <p className={classes.facts}>
        <span>{t('opening.of', { date: formatDate(on) })}</span>
        <ToEntry {...entry} />
        <span>{t('opening.postedBy', { name: postedBy ?? t('journals.program'), time })}</span>
      </p>
      <Records label={t('journals.lines')} rows={rows} keyOf={({ key }) => key} columns={columns(t)} />
      <Parked difference={difference} equity={opening.equity} />
    </section>
  );
}

interface ParkedProps {
  readonly difference: string;
  readonly equity: common.OpeningBalances['equity'];
}

function Parked({ difference, equity }: ParkedProps) {
  const { t } = useTranslation();
  const onEquity = Money.parse(difference, 'INR').negate();
  if (onEquity.isZero || !equity) return null;
  const account = `${equity.code} ${equity.name}`;
  const amount = formatBalance(onEquity.toJSON());
  return <p className={classes.parked}>{t('opening.parked', { amount, account })}</p>;
}

function ToEntry({ id, number }: { readonly id: string; readonly number: string }) {
  return (
    <Link to="/entries/$id" params={{ id }}>
      {number}
    </Link>
  );
}

type Line = common.ManualJournalLine & { readonly key: string; readonly name: string };

const columns = (t: TFunction): readonly Column<Line>[] => [
  { label: t('journals.account'), cell: ({ account, name }) => `${account} ${name}` },
  { label: t('journals.debit'), cell: (line) => <Amount of={line} side="debit" />, isFigure: true },
  { label: t('journals.credit'), cell: (line) => <Amount of={line} side="credit" />, isFigure: true },
  { label: t('journals.memo'), cell: ({ narration }) => narration ?? '–' },
];

function Amount({ of, side }: { readonly of: Line; readonly side: Line['side'] }) {
  return <span className={classes.amount}>{of.side === side ? formatAmount(of.amount) : '–'}</span>;
}

type EarlierVersion = common.OpeningBalances['earlier'][number];

function Earlier({ versions }: { readonly versions: readonly EarlierVersion[] }) {
  const { t } = useTranslation();
  if (versions.length === 0) return null;
  return (
    <section className={classes.earlier}>
      <h2>{t('opening.earlier')}</h2>
      <Records
        label={t('opening.earlier')}
        rows={versions}
        keyOf={({ version }) => String(version)}
        columns={[
          { label: t('journals.number'), cell: ({ entry }) => <ToEntry {...entry} /> },
          { label: t('journals.on'), cell: ({ on }) => formatDate(on) },
          { label: t('opening.reversal'), cell: ({ reversal }) => <ToEntry {...reversal} /> },
        ]}
      />
    </section>
  );
}
