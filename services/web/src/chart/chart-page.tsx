import { Button } from '@mantine/core';
import type { common } from '@dhanman/client';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChart } from '../journals/journal-queries.js';
import { PageHeader } from '../layout/page-header.js';
import { AddButton } from '../patterns/add-button.js';
import { CheckField } from '../patterns/check-field.js';
import { TextField } from '../patterns/field.js';
import { Loaded } from '../patterns/loaded.js';
import { Records, type Column } from '../patterns/records.js';
import { useMay } from '../session/me.js';
import { AddAccount, ChangeAccount, MoveAccount } from './account-dialogs.js';
import { ChartSheet } from './chart-sheet.js';
import { chartRows, type ChartRow, found } from './chart-rows.js';
import classes from './chart.module.css';

/** The chart of the organization: its companies share the accounts and keep their own balances. */
export function ChartPage() {
  return <Loaded query={useChart()}>{(accounts) => <ChartOf accounts={accounts} />}</Loaded>;
}

type Asked = 'add' | { readonly what: 'change' | 'move'; readonly account: common.Account };

function ChartOf({ accounts }: { readonly accounts: readonly common.Account[] }) {
  const { t } = useTranslation();
  const may = useMay();
  const [text, setText] = useState('');
  const [withInactive, setInactive] = useState(false);
  const [asked, setAsked] = useState<Asked | undefined>(undefined);
  const rows = found(chartRows(accounts), { text, withInactive });
  return (
    <>
      <PageHeader
        title={t('chart.title')}
        intro={t('chart.intro')}
        action={<Head add={() => setAsked('add')} />}
      />
      <div className={classes.controls}>
        <TextField
          name="text"
          type="search"
          label={t('chart.find')}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <CheckField
          name="withInactive"
          label={t('chart.withInactive')}
          checked={withInactive}
          onChange={({ currentTarget }) => setInactive(currentTarget.checked)}
        />
      </div>
      <Records
        label={t('chart.title')}
        rows={rows}
        keyOf={({ account }) => account.id}
        columns={columns(t)}
        {...(may('dhanman.common.account.update') && {
          actions: ({ account }: ChartRow) => <Actions {...{ account, ask: setAsked }} />,
        })}
      />
      <Dialogs {...{ asked, accounts }} close={() => setAsked(undefined)} />
    </>
  );
}

function Head({ add }: { readonly add: () => void }) {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <div className={classes.actions}>
      <ChartSheet />
      {may('dhanman.common.account.create') && <AddButton onClick={add}>{t('chart.add')}</AddButton>}
    </div>
  );
}

interface ActionsProps {
  readonly account: common.Account;
  readonly ask: (asked: Asked) => void;
}

function Actions({ account, ask }: ActionsProps) {
  const { t } = useTranslation();
  const verb = (what: 'change' | 'move') => (
    <Button
      variant="subtle"
      aria-label={t(`chart.${what}Of`, { account: account.code })}
      onClick={() => ask({ what, account })}
    >
      {t(`chart.${what}`)}
    </Button>
  );
  return (
    <>
      {verb('change')}
      {verb('move')}
    </>
  );
}

interface DialogsProps {
  readonly asked: Asked | undefined;
  readonly accounts: readonly common.Account[];
  readonly close: () => void;
}

function Dialogs({ asked, accounts, close }: DialogsProps) {
  if (asked === undefined) return null;
  if (asked === 'add') return <AddAccount {...{ accounts, close }} />;
  const { what, account } = asked;
  return what === 'change' ? (
    <ChangeAccount {...{ account, close }} />
  ) : (
    <MoveAccount {...{ account, accounts, close }} />
  );
}

const columns = (t: TFunction): readonly Column<ChartRow>[] => [
  {
    label: t('chart.account'),
    cell: ({ account, depth }) => (
      <span className={classes.account} data-depth={Math.min(depth, 5)}>
        <Name account={account} />
        {!account.isActive && <em>{t('chart.inactive')}</em>}
      </span>
    ),
  },
  { label: t('chart.class'), cell: ({ account }) => t(`chart.classes.${account.class}`) },
  {
    label: t('chart.party'),
    cell: ({ account: { partyKind } }) => (partyKind === 'none' ? '–' : t(`chart.parties.${partyKind}`)),
  },
  { label: t('chart.use'), cell: ({ account: { role } }) => (role === null ? '–' : t('chart.byDocuments')) },
];

/** An account that takes lines opens its ledger; any other sums what is below it. */
function Name({ account: { id, code, name, isPostable } }: { readonly account: common.Account }) {
  const text = `${code} ${name}`;
  if (!isPostable) return <strong>{text}</strong>;
  return (
    <Link to="/reports/$name" params={{ name: 'general-ledger' }} search={{ accountId: id }}>
      {text}
    </Link>
  );
}
