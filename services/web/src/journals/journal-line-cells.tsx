import type { common } from '@dhanman/client';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useCustomers } from '../sales/sales-queries.js';
import { accountIn, balanced, type DraftLine, type Side, tidied, typed } from './draft-journal.js';
import classes from './journals.module.css';

export interface LineCellsProps {
  readonly line: DraftLine;
  readonly lines: readonly DraftLine[];
  readonly index: number;
  readonly accounts: readonly common.Account[];
  readonly companyId: string;
  readonly change: (line: DraftLine) => void;
  readonly errorOf: (path: string) => string | undefined;
}

const accountList = 'journal-accounts';

/** What the field of an account offers: one finds by number or by name. */
export function AccountList({ accounts }: Pick<LineCellsProps, 'accounts'>) {
  return (
    <datalist id={accountList}>
      {accounts
        .filter(({ isPostable, isActive }) => isPostable && isActive)
        .map(({ code, name }) => (
          <option key={code} value={`${code} ${name}`} />
        ))}
    </datalist>
  );
}

export function LineCells(props: LineCellsProps) {
  const { line, index, accounts, change, errorOf } = props;
  const { t } = useTranslation();
  const account = accountIn(line, accounts);
  const at = (field: string): string => `lines.${String(index)}.${field}`;
  return (
    <>
      <td data-wide>
        <Cell
          name={at('account')}
          field={t('journals.account')}
          number={index + 1}
          list={accountList}
          value={line.account}
          error={errorOf(at('account'))}
          onChange={(text) => change({ ...line, account: text })}
          onBlur={() => account && change({ ...line, account: `${account.code} ${account.name}` })}
        />
        {account && account.partyKind === 'customer' && <Party {...props} name={at('party')} />}
        {account?.partyKind !== 'customer' && <Refused error={errorOf(at('party'))} />}
      </td>
      <AmountCell {...props} side="debit" />
      <AmountCell {...props} side="credit" />
      <td data-wide>
        <Cell
          name={at('narration')}
          field={t('journals.memo')}
          number={index + 1}
          value={line.narration}
          error={errorOf(at('narration'))}
          onChange={(text) => change({ ...line, narration: text })}
        />
      </td>
    </>
  );
}

/** `=` fills in what is missing for the journal to balance. */
function AmountCell({ line, lines, index, change, errorOf, side }: LineCellsProps & { readonly side: Side }) {
  const { t } = useTranslation();
  const isRefused = line[side] !== '' || (side === 'debit' && line.credit === '');
  const path = `lines.${String(index)}.amount`;
  return (
    <td>
      <Cell
        name={line[side] === '' ? `lines.${String(index)}.${side}` : path}
        field={t(`journals.${side}`)}
        number={index + 1}
        isAmount
        value={line[side]}
        error={isRefused ? errorOf(path) : undefined}
        onChange={(text) => change(text.includes('=') ? balanced(line, lines) : typed(line, side, text))}
        onBlur={() => change(tidied(line, side))}
      />
    </td>
  );
}

interface CellProps {
  readonly name: string;
  readonly field: string;
  readonly number: number;
  readonly value: string;
  readonly error: string | undefined;
  readonly list?: string;
  readonly isAmount?: boolean;
  readonly onChange: (text: string) => void;
  readonly onBlur?: () => void;
}

function Cell({ name, field, number, value, error, list, isAmount = false, onChange, onBlur }: CellProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <>
      <input
        className={classes.cell}
        {...{ name, value, list, onBlur }}
        aria-label={t('journals.cell', { field, number })}
        placeholder={field}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={error === undefined ? undefined : id}
        autoComplete="off"
        inputMode={isAmount ? 'decimal' : 'text'}
        data-amount={isAmount || undefined}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <Refused id={id} error={error} />
    </>
  );
}

function Refused({ id, error }: { readonly id?: string; readonly error: string | undefined }) {
  if (error === undefined) return null;
  return (
    <p id={id} className={classes.refused}>
      {error}
    </p>
  );
}

function Party({
  line,
  index,
  companyId,
  change,
  errorOf,
  name,
}: LineCellsProps & { readonly name: string }) {
  const { t } = useTranslation();
  const { data = [] } = useCustomers(companyId);
  const error = errorOf(name);
  return (
    <>
      <select
        className={classes.cell}
        name={name}
        aria-label={t('journals.cell', { field: t('journals.customer'), number: index + 1 })}
        aria-invalid={error === undefined ? undefined : true}
        value={line.partyId}
        onChange={({ currentTarget }) => change({ ...line, partyId: currentTarget.value })}
      >
        <option value="">{t('journals.chooseCustomer')}</option>
        {data.map(({ id, name: customer }) => (
          <option key={id} value={id}>
            {customer}
          </option>
        ))}
      </select>
      <Refused error={error} />
    </>
  );
}
