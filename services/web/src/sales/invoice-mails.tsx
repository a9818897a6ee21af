import { Button } from '@mantine/core';
import { sales } from '@dhanman/client';
import { IconMail } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { formatInstant } from '../formats/instant.js';
import { askAgainMs } from '../live/listening.js';
import { Dialog } from '../patterns/dialog.js';
import { ChoiceField, LongTextField, TextField } from '../patterns/field.js';
import { Form } from '../patterns/form.js';
import { type Column, Records } from '../patterns/records.js';
import { StateChip } from '../patterns/state-chip.js';
import { type Submission, useSubmission } from '../patterns/use-submission.js';
import { useMay } from '../session/me.js';
import { mailLooks } from './mail-looks.js';
import { invoiceKey } from './sales-queries.js';
import classes from './sales.module.css';

interface Of {
  readonly companyId: string;
  readonly id: string;
}

const mailsKey = ({ companyId, id }: Of) => [...invoiceKey(companyId, id), 'mails'] as const;

/** To whom the invoice went, what became of it, and the way to send it. */
export function InvoiceMails({ state, ...of }: Of & { readonly state: sales.Invoice['state'] }) {
  const { t } = useTranslation();
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  const { data: mails } = useQuery({
    queryKey: mailsKey(of),
    queryFn: async ({ signal }) => (await api(sales.invoiceMailsOf, { path: of }, { signal })).body,
    // One is sent within moments: whoever looks sees what became of it.
    refetchInterval: ({ state: { data } }) =>
      data?.items.some(isUnderWay) ? askAgainMs(2_000, 'sales') : false,
    // An invoice of before papers were kept has no mails, and says so where its PDF would be.
    retry: false,
  });
  if (!mails) return null;
  return (
    <section aria-label={t('invoices.mail.title')}>
      {mails.items.length > 0 && (
        <Records
          label={t('invoices.mail.sent')}
          rows={mails.items}
          keyOf={({ id }) => id}
          columns={columns(t)}
        />
      )}
      {state !== 'cancelled' && may('dhanman.sales.invoice.issue') && (
        <div className={classes.decisions}>
          <Button
            variant="default"
            leftSection={<IconMail size={16} stroke={1.75} aria-hidden />}
            onClick={() => setOpen(true)}
          >
            {t('invoices.mail.open')}
          </Button>
        </div>
      )}
      {isOpen && <Compose of={of} mails={mails} close={() => setOpen(false)} />}
    </section>
  );
}

function isUnderWay({ state }: sales.InvoiceMail): boolean {
  return state === 'waiting' || state === 'sending';
}

const columns = (t: TFunction): readonly Column<sales.InvoiceMail>[] => [
  { label: t('invoices.mail.recipients'), cell: ({ recipients }) => recipients.join(', ') },
  { label: t('invoices.mail.subject'), cell: ({ subject }) => subject },
  { label: t('invoices.mail.when'), cell: ({ askedAt }) => formatInstant(Date.parse(askedAt)) },
  { label: t('invoices.mail.state'), cell: (mail) => <State mail={mail} /> },
];

function State({ mail: { state, reason } }: { readonly mail: sales.InvoiceMail }) {
  const { t } = useTranslation();
  return (
    <>
      <StateChip {...mailLooks[state]}>{t(`invoices.mail.states.${state}`)}</StateChip>
      {state === 'unknown' && <p>{t('invoices.mail.unknownText')}</p>}
      {reason !== null && <p lang="en">{reason}</p>}
    </>
  );
}

interface ComposeProps {
  readonly of: Of;
  readonly mails: sales.InvoiceMails;
  readonly close: () => void;
}

const languages = ['en', 'hi'] as const;

/** The words are proposed and the person's to change; another language proposes its own. */
function Compose({ of, mails, close }: ComposeProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [language, choose] = useState(mails.language);
  const submission = useSubmission({
    send: async ({ recipients = '', subject = '', text = '' }, idempotencyKey) => {
      const to = recipients.split(/[,;\s]+/).filter((address) => address !== '');
      const body = { recipients: to, language, subject, text };
      return (await api(sales.invoiceMailsSend, { path: of, body }, { idempotencyKey })).body;
    },
    done: (body) => {
      client.setQueryData(mailsKey(of), body);
      close();
    },
  });
  const error = ['recipients', ...mails.recipients.map((_, index) => `recipients.${index}`)]
    .map((path) => submission.errorOf(path))
    .find(Boolean);
  return (
    <Dialog title={t('invoices.mail.title')} close={close} isWide>
      <Form submission={submission} action={t('invoices.mail.send')}>
        <TextField
          {...{ name: 'recipients', label: t('invoices.mail.recipients'), required: true, error }}
          hint={t('invoices.mail.recipientsHint')}
          defaultValue={mails.recipients.join(', ')}
        />
        <ChoiceField
          {...{ name: 'language', label: t('invoices.mail.language'), required: true, value: language }}
          onChange={({ target }) => choose(target.value === 'hi' ? 'hi' : 'en')}
        >
          {languages.map((one) => (
            <option key={one} value={one}>
              {t(`invoices.mail.languages.${one}`)}
            </option>
          ))}
        </ChoiceField>
        <Words key={language} draft={mails.drafts[language]} errorOf={submission.errorOf} />
      </Form>
    </Dialog>
  );
}

interface WordsProps {
  readonly draft: sales.InvoiceMailDraft;
  readonly errorOf: Submission['errorOf'];
}

function Words({ draft, errorOf }: WordsProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        {...{ name: 'subject', label: t('invoices.mail.subject'), required: true, maxLength: 200 }}
        defaultValue={draft.subject}
        error={errorOf('subject')}
      />
      <LongTextField
        {...{ name: 'text', label: t('invoices.mail.text'), required: true, maxLength: 5000, rows: 8 }}
        hint={t('invoices.mail.attached')}
        defaultValue={draft.text}
        error={errorOf('text')}
      />
    </>
  );
}
