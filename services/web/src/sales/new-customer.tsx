import { Button } from '@mantine/core';
import { sales } from '@dhanman/client';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { Dialog } from '../patterns/dialog.js';
import { LongTextField, TextField } from '../patterns/field.js';
import { Form } from '../patterns/form.js';
import { useSubmission, type Values } from '../patterns/use-submission.js';
import { customersKey } from './sales-queries.js';

interface NewCustomerProps {
  readonly companyId: string;
  readonly close: () => void;
  /** Whoever asked for one gets it. */
  readonly added?: (customer: sales.Customer) => void;
}

export function NewCustomer({ companyId, close, added }: NewCustomerProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const submission = useSubmission({
    send: async (values, idempotencyKey) => {
      const request = { path: { companyId }, body: detailsIn(values) };
      return (await api(sales.customersCreate, request, { idempotencyKey })).body;
    },
    done: (customer) => {
      void client.invalidateQueries({ queryKey: customersKey(companyId) });
      added?.(customer);
      close();
    },
  });
  const field = (name: string) => ({ name, error: submission.errorOf(name) });
  return (
    <Dialog title={t('customers.add')} close={close}>
      <Form
        submission={submission}
        action={t('customers.save')}
        aside={
          <Button variant="default" onClick={close}>
            {t('form.cancel')}
          </Button>
        }
      >
        <TextField {...field('name')} required label={t('customers.name')} autoComplete="off" />
        <TextField
          {...field('gstin')}
          label={t('customers.gstin')}
          hint={t('customers.gstinHint')}
          maxLength={15}
        />
        <TextField
          {...field('stateCode')}
          label={t('customers.state')}
          hint={t('customers.stateHint')}
          maxLength={2}
        />
        <LongTextField {...field('address')} label={t('customers.address')} maxLength={500} />
        <TextField {...field('email')} type="email" label={t('account.email')} autoComplete="off" />
      </Form>
    </Dialog>
  );
}

function detailsIn(values: Values): sales.CreateCustomer {
  const given = Object.entries(values).filter(([, value]) => value.trim() !== '');
  return { name: '', ...Object.fromEntries(given.map(([name, value]) => [name, value.trim()])) };
}
