import { Button } from '@mantine/core';
import type { sales } from '@dhanman/client';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, Records } from '../patterns/records.js';
import { useMay } from '../session/me.js';
import { EditContact } from './edit-contact.js';
import classes from './customers.module.css';

interface CustomerContactsProps {
  readonly companyId: string;
  readonly customer: sales.Customer;
}

/** As many as the service keeps. */
const most = 9;

/** The people at a customer, and who of them gets mails. */
export function CustomerContacts({ companyId, customer }: CustomerContactsProps) {
  const { t } = useTranslation();
  const mayEdit = useMay()('dhanman.sales.customer.update');
  // The customer as it was when editing began, so that nobody is written over who was entered meanwhile.
  const [edited, edit] = useState<{ readonly of: sales.Customer; readonly index: number }>();
  const { contacts } = customer;
  if (contacts.length === 0 && !mayEdit) return null;
  return (
    <section className={classes.section} aria-label={t('customers.contacts.title')}>
      <h2>{t('customers.contacts.title')}</h2>
      {contacts.length > 0 && (
        <Records
          label={t('customers.contacts.title')}
          rows={contacts.map((contact, index) => ({ ...contact, index }))}
          keyOf={({ index }) => String(index)}
          columns={columns(t, mayEdit ? (index) => edit({ of: customer, index }) : undefined)}
        />
      )}
      {mayEdit && contacts.length < most && (
        <div className={classes.acts}>
          <Button variant="default" onClick={() => edit({ of: customer, index: contacts.length })}>
            {t('customers.contacts.add')}
          </Button>
        </div>
      )}
      {edited && (
        <EditContact
          {...{ companyId, customer: edited.of, index: edited.index }}
          close={() => edit(undefined)}
        />
      )}
    </section>
  );
}

type Row = sales.CustomerContact & { readonly index: number };

function columns(t: TFunction, edit: ((index: number) => void) | undefined): readonly Column<Row>[] {
  const shown: readonly Column<Row>[] = [
    { label: t('customers.name'), cell: ({ name }) => name, isLoud: true },
    { label: t('customers.contacts.role'), cell: ({ role }) => role ?? '–' },
    { label: t('account.email'), cell: ({ email }) => email ?? '–' },
    { label: t('customers.phone'), cell: ({ phone }) => phone ?? '–' },
    {
      label: t('customers.contacts.mails'),
      cell: ({ getsMails }) => t(`customers.contacts.${getsMails ? 'gets' : 'getsNone'}`),
    },
  ];
  if (!edit) return shown;
  const act: Column<Row> = {
    label: t('list.edit'),
    cell: ({ index, name }) => (
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={t('customers.contacts.editOne', { name })}
        onClick={() => edit(index)}
      >
        {t('list.edit')}
      </Button>
    ),
  };
  return [...shown, act];
}
