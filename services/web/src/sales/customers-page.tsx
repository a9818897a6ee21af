import { Button, EmptyState } from '@mantine/core';
import type { sales } from '@dhanman/client';
import { IconAddressBook, IconPlus } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../layout/page-header.js';
import { Loaded } from '../patterns/loaded.js';
import { Records, type Column } from '../patterns/records.js';
import { useMay } from '../session/me.js';
import { InCompany } from './in-company.js';
import { NewCustomer } from './new-customer.js';
import { useCustomers } from './sales-queries.js';
import classes from './sales.module.css';

/** Whom the company sells to. */
export function CustomersPage() {
  return <InCompany>{({ id }) => <Customers key={id} companyId={id} />}</InCompany>;
}

function Customers({ companyId }: { readonly companyId: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const [isAdding, setAdding] = useState(false);
  const add = may('dhanman.sales.customer.create') && (
    <Button leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />} onClick={() => setAdding(true)}>
      {t('customers.add')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('customers.title')} intro={t('customers.intro')} action={add} />
      <Loaded query={useCustomers(companyId)}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState
              className={classes.empty}
              icon={<IconAddressBook size={32} stroke={1.5} aria-hidden />}
              title={t('customers.none')}
              description={t('customers.noneText')}
            />
          ) : (
            <Records label={t('customers.title')} rows={rows} keyOf={({ id }) => id} columns={columns(t)} />
          )
        }
      </Loaded>
      {isAdding && <NewCustomer companyId={companyId} close={() => setAdding(false)} />}
    </>
  );
}

const columns = (t: TFunction): readonly Column<sales.Customer>[] => [
  { label: t('customers.name'), cell: ({ name }) => name },
  { label: t('customers.gstin'), cell: ({ gstin }) => gstin ?? '–' },
  { label: t('customers.standing'), cell: ({ standing }) => t(`customers.standings.${standing}`) },
  { label: t('customers.state'), cell: ({ stateCode }) => stateCode ?? '–' },
  { label: t('customers.contact'), cell: ({ email, phone }) => email ?? phone ?? '–' },
];
