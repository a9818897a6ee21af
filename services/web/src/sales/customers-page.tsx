import { Button } from '@mantine/core';
import { sales } from '@dhanman/client';
import { IconAddressBook } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { PageHeader } from '../layout/page-header.js';
import { AddButton } from '../patterns/add-button.js';
import { LinkButton } from '../patterns/link-button.js';
import { NothingYet } from '../patterns/nothing-yet.js';
import { Records, type Column } from '../patterns/records.js';
import { useMay } from '../session/me.js';
import { EditCustomer } from './edit-customer.js';
import { InCompany } from './in-company.js';
import { NewCustomer } from './new-customer.js';
import { Paged, SearchField, usePaged } from './paged.js';
import { customersKey } from './sales-queries.js';
import classes from './sales.module.css';

const route = getRouteApi('/signed-in-only/customers');

/** Whom the company sells to. */
export function CustomersPage() {
  return <InCompany>{({ id }) => <Customers key={id} companyId={id} />}</InCompany>;
}

function Customers({ companyId }: { readonly companyId: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [isAdding, setAdding] = useState(false);
  const [edited, edit] = useState<sales.Customer>();
  const query = usePaged([...customersKey(companyId), search], async (page, signal) => {
    const request = { path: { companyId }, query: { ...search, ...page } };
    return (await api(sales.customersList, request, { signal })).body;
  });
  // The same for every page that comes: rows that stand already are not drawn again.
  const columns = useMemo(() => columnsIn(t), [t]);
  const [actions] = useState(() => (customer: sales.Customer) => <Actions {...{ customer, edit }} />);
  const add = may('dhanman.sales.customer.create') && (
    <div className={classes.adding}>
      <LinkButton to="/customers/import" variant="default">
        {t('customers.import.open')}
      </LinkButton>
      <AddButton onClick={() => setAdding(true)}>{t('customers.add')}</AddButton>
    </div>
  );
  return (
    <>
      <PageHeader title={t('customers.title')} intro={t('customers.intro')} action={add} />
      <div className={classes.filters}>
        <SearchField search={search} look={(next) => void navigate({ search: next })} />
      </div>
      <Paged query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty />
          ) : (
            <Records
              label={t('customers.title')}
              rows={rows}
              keyOf={({ id }) => id}
              {...{ columns, actions }}
            />
          )
        }
      </Paged>
      {edited && <EditCustomer {...{ companyId, customer: edited }} close={() => edit(undefined)} />}
      {isAdding && <NewCustomer companyId={companyId} close={() => setAdding(false)} />}
    </>
  );
}

function Empty() {
  const { t } = useTranslation();
  return <NothingYet icon={IconAddressBook} title={t('customers.none')} text={t('customers.noneText')} />;
}

interface EditProps {
  readonly customer: sales.Customer;
  readonly edit: (customer: sales.Customer) => void;
}

function Actions(props: EditProps) {
  const { t } = useTranslation();
  const may = useMay();
  const { id, name } = props.customer;
  return (
    <>
      {may('dhanman.sales.report.read') && (
        <LinkButton
          to="/reports/$name"
          params={{ name: 'customer-ledger' }}
          search={{ customerId: id }}
          variant="subtle"
          aria-label={t('receipts.statementOf', { name })}
        >
          {t('receipts.statement')}
        </LinkButton>
      )}
      {may('dhanman.sales.customer.update') && <Edit {...props} />}
    </>
  );
}

function Edit({ customer, edit }: EditProps) {
  const { t } = useTranslation();
  return (
    <Button
      variant="subtle"
      aria-label={t('list.editOne', { name: customer.name })}
      onClick={() => edit(customer)}
    >
      {t('list.edit')}
    </Button>
  );
}

const columnsIn = (t: TFunction): readonly Column<sales.Customer>[] => [
  {
    label: t('customers.name'),
    cell: ({ id, name }) => (
      <Link to="/customers/$id" params={{ id }}>
        {name}
      </Link>
    ),
  },
  { label: t('customers.gstin'), cell: ({ gstin }) => gstin ?? '–' },
  { label: t('customers.standing'), cell: ({ standing }) => t(`customers.standings.${standing}`) },
  { label: t('customers.state'), cell: ({ stateCode }) => stateCode ?? '–' },
  { label: t('customers.contact'), cell: ({ email, phone }) => email ?? phone ?? '–' },
];
