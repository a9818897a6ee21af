import { Button } from '@mantine/core';
import { sales } from '@dhanman/client';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { keepFile } from '../api/keep-file.js';
import { api, download } from '../api/signed-api.js';
import { Loaded } from '../patterns/loaded.js';
import { ProblemNote } from '../patterns/problem-note.js';
import { useMay } from '../session/me.js';
import { invoiceKey } from './sales-queries.js';
import classes from './sales.module.css';

interface PaperProps {
  readonly companyId: string;
  readonly id: string;
}

/** The PDF of an issued invoice: the same file whenever it is asked for. */
export function InvoicePaper({ companyId, id }: PaperProps) {
  const { t } = useTranslation();
  const paper = useQuery({
    queryKey: [...invoiceKey(companyId, id), 'paper'],
    queryFn: async ({ signal }) => (await api(sales.papersGet, { path: { companyId, id } }, { signal })).body,
    // It is printed within moments: whoever looks sees it arrive.
    refetchInterval: ({ state: { data } }) => (data?.state === 'waiting' ? 2_000 : false),
  });
  return (
    <section className={classes.decisions} aria-label={t('invoices.paper.title')}>
      <Loaded query={paper}>
        {({ state }) =>
          state === 'ready' ? <Files {...{ companyId, id }} /> : <Unmade {...{ companyId, id, state }} />
        }
      </Loaded>
    </section>
  );
}

const languages = ['en', 'hi'] as const;

function Files({ companyId, id }: PaperProps) {
  const { t, i18n } = useTranslation();
  const fetched = async (language: (typeof languages)[number]) =>
    download(sales.papersPdf, { path: { companyId, id }, query: { language } });
  const save = useMutation({
    mutationFn: async (language: (typeof languages)[number]) => {
      keepFile(await fetched(language));
    },
  });
  const print = useMutation({
    // Opened at once, because a window that is opened after waiting is taken for an advertisement and kept shut.
    mutationFn: async (page: Window | null) => {
      const { content } = await fetched(i18n.language.startsWith('hi') ? 'hi' : 'en');
      page?.location.replace(URL.createObjectURL(content));
    },
    onError: (_, page) => page?.close(),
  });
  const error = save.error ?? print.error;
  return (
    <>
      <div className={classes.decisions}>
        {languages.map((language) => (
          <Button
            key={language}
            variant="default"
            leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
            aria-disabled={save.isPending}
            onClick={() => save.mutate(language)}
          >
            {t(`invoices.paper.${language}`)}
          </Button>
        ))}
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} stroke={1.75} aria-hidden />}
          aria-disabled={print.isPending}
          onClick={() => print.mutate(window.open('', '_blank'))}
        >
          {t('invoices.paper.print')}
        </Button>
      </div>
      {error && <ProblemNote error={error} />}
    </>
  );
}

function Unmade({ companyId, id, state }: PaperProps & { readonly state: 'none' | 'waiting' }) {
  const { t } = useTranslation();
  const may = useMay();
  const client = useQueryClient();
  const make = useMutation({
    mutationFn: async () => api(sales.papersAsk, { path: { companyId, id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: [...invoiceKey(companyId, id), 'paper'] }),
  });
  return (
    <>
      <p role="status">{t(`invoices.paper.${state}`)}</p>
      {may('dhanman.sales.invoice.issue') && (
        <Button variant="default" aria-disabled={make.isPending} onClick={() => make.mutate()}>
          {t(state === 'none' ? 'invoices.paper.make' : 'invoices.paper.again')}
        </Button>
      )}
      {make.error && <ProblemNote error={make.error} />}
    </>
  );
}
