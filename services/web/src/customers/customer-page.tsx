import { Button } from '@mantine/core';
import type { sales } from '@dhanman/client';
import { IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatRupees } from '../formats/amount.js';
import { PageHeader } from '../layout/page-header.js';
import { LinkButton } from '../patterns/link-button.js';
import { Loaded } from '../patterns/loaded.js';
import { useUnusedCredits } from '../refunds/refund-queries.js';
import { CustomerReminders } from '../reminders/customer-reminders.js';
import { EditCustomer } from '../sales/edit-customer.js';
import { InCompany } from '../sales/in-company.js';
import { useCustomer } from '../sales/sales-queries.js';
import { useMay } from '../session/me.js';
import { CustomerAgeing } from './customer-ageing.js';
import { CustomerContacts } from './customer-contacts.js';
import { CustomerDocuments } from './customer-documents.js';
import classes from './customers.module.css';

const route = getRouteApi('/signed-in-only/customers/$id');

/** Everything about one customer in one place: what is owed, what was billed and paid, and who they are. */
export function CustomerPage() {
  const { id } = route.useParams();
  return <InCompany>{({ id: companyId }) => <Customer {...{ companyId, id }} />}</InCompany>;
}

function Customer({ companyId, id }: { readonly companyId: string; readonly id: string }) {
  return (
    <Loaded query={useCustomer(companyId, id)}>{(customer) => <Shown {...{ companyId, customer }} />}</Loaded>
  );
}

interface CustomerProps {
  readonly companyId: string;
  readonly customer: sales.Customer;
}

function Shown({ companyId, customer }: CustomerProps) {
  const { t } = useTranslation();
  const may = useMay();
  const { id, name } = customer;
  const bill = may('dhanman.sales.invoice.create') && (
    <LinkButton
      to="/invoices/new"
      search={{ customerId: id }}
      leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
    >
      {t('invoices.write')}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={name} intro={t(`customers.standings.${customer.standing}`)} action={bill} />
      <Acts {...{ companyId, customer }} />
      {may('dhanman.sales.report.read') && <CustomerAgeing {...{ companyId, customerId: id }} />}
      <Details customer={customer} />
      <CustomerContacts {...{ companyId, customer }} />
      <CustomerDocuments {...{ companyId, customerId: id }} />
      {may('dhanman.sales.reminder.read') && <CustomerReminders {...{ companyId, customerId: id }} />}
    </>
  );
}

function Acts({ companyId, customer }: CustomerProps) {
  const { t } = useTranslation();
  const may = useMay();
  // As it was when editing began: what somebody else stores meanwhile is refused, not written over.
  const [edited, edit] = useState<sales.Customer>();
  const { id: customerId } = customer;
  return (
    <div className={classes.acts}>
      {may('dhanman.sales.receipt.create') && (
        <LinkButton to="/receipts/new" search={{ customerId }} variant="default">
          {t('receipts.write')}
        </LinkButton>
      )}
      <PayBack {...{ companyId, customerId }} />
      {may('dhanman.sales.report.read') && (
        <LinkButton
          to="/reports/$name"
          params={{ name: 'customer-ledger' }}
          search={{ customerId }}
          variant="default"
        >
          {t('receipts.statement')}
        </LinkButton>
      )}
      {may('dhanman.sales.customer.update') && (
        <Button variant="default" onClick={() => edit(customer)}>
          {t('list.edit')}
        </Button>
      )}
      {edited && <EditCustomer {...{ companyId, customer: edited }} close={() => edit(undefined)} />}
    </div>
  );
}

/** Only where something is left of what the customer has given. */
function PayBack({ companyId, customerId }: { readonly companyId: string; readonly customerId: string }) {
  const { t } = useTranslation();
  const canPay = useMay()('dhanman.sales.refund.create');
  const { data: unused = [] } = useUnusedCredits(companyId, customerId, canPay);
  if (unused.length === 0) return null;
  return (
    <LinkButton to="/refunds/new" search={{ customerId }} variant="default">
      {t('refunds.payBack')}
    </LinkButton>
  );
}

function Details({ customer }: Pick<CustomerProps, 'customer'>) {
  const { t } = useTranslation();
  const { gstin, stateCode, email, phone, address, code, termDays, creditLimit } = customer;
  const facts = [
    [t('customers.gstin'), gstin],
    [t('customers.state'), stateCode],
    [t('customers.address'), address],
    [t('account.email'), email],
    [t('customers.phone'), phone],
    [t('customers.termDays'), termDays === null ? null : String(termDays)],
    [t('customers.creditLimit'), creditLimit === null ? null : formatRupees(creditLimit)],
    [t('products.code'), code],
  ] as const;
  const known = facts.filter(([, value]) => value !== null);
  if (known.length === 0) return null;
  return (
    <section className={classes.section}>
      <h2>{t('customers.details')}</h2>
      <dl className={classes.details}>
        {known.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
