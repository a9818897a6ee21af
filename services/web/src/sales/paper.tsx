import { Button } from '@mantine/core';
import { type Operation, sales } from '@dhanman/client';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { keepFile } from '../api/keep-file.js';
import { api, download } from '../api/signed-api.js';
import { askAgainMs } from '../live/listening.js';
import { Loaded } from '../patterns/loaded.js';
import { ProblemNote } from '../patterns/problem-note.js';
import { useMay } from '../session/me.js';
import classes from './sales.module.css';

/** The same questions, whichever document has the paper. */
interface Door {
  readonly get: Operation<Pick<sales.InvoicePapersGetData, 'path'>, sales.Paper>;
  readonly ask: Operation<Pick<sales.InvoicePapersAskData, 'path'>, sales.Paper>;
  readonly pdf: Operation<Pick<sales.InvoicePapersPdfData, 'path' | 'query'>, unknown>;
  readonly may: Parameters<ReturnType<typeof useMay>>[0];
}

const papers = {
  invoice: {
    ...{ get: sales.invoicePapersGet, ask: sales.invoicePapersAsk, pdf: sales.invoicePapersPdf },
    may: 'dhanman.sales.invoice.issue',
  },
  creditNote: {
    ...{ get: sales.creditNotePapersGet, ask: sales.creditNotePapersAsk, pdf: sales.creditNotePapersPdf },
    may: 'dhanman.sales.credit-note.issue',
  },
  receipt: {
    ...{ get: sales.receiptPapersGet, ask: sales.receiptPapersAsk, pdf: sales.receiptPapersPdf },
    may: 'dhanman.sales.receipt.create',
  },
} as const satisfies Record<string, Door>;

interface PaperProps {
  readonly document: keyof typeof papers;
  readonly companyId: string;
  readonly id: string;
}

const paperKey = ({ document, companyId, id }: PaperProps) =>
  ['sales', companyId, 'paper', document, id] as const;

/** The PDF of a document: the same file whenever it is asked for. */
export function Paper(props: PaperProps) {
  const { document, companyId, id } = props;
  const { t } = useTranslation();
  const door: Door = papers[document];
  const paper = useQuery({
    queryKey: paperKey(props),
    queryFn: async ({ signal }) => (await api(door.get, { path: { companyId, id } }, { signal })).body,
    // It is printed within moments: whoever looks sees it arrive.
    refetchInterval: ({ state: { data } }) =>
      data?.state === 'waiting' ? askAgainMs(2_000, 'sales') : false,
  });
  return (
    <section className={classes.decisions} aria-label={t(`paper.titles.${document}`)}>
      <Loaded query={paper}>
        {({ state, language }) =>
          state === 'ready' ? <Files {...props} first={language} /> : <Unmade {...props} state={state} />
        }
      </Loaded>
    </section>
  );
}

const languages = ['en', 'hi'] as const;

type PaperLanguage = (typeof languages)[number];

/** In the language of the company first, which is also the one that is printed. */
function Files({ document, companyId, id, first }: PaperProps & { readonly first: PaperLanguage }) {
  const door: Door = papers[document];
  const { t } = useTranslation();
  const fetched = async (language: PaperLanguage) =>
    download(door.pdf, { path: { companyId, id }, query: { language } });
  const save = useMutation({
    mutationFn: async (language: PaperLanguage) => {
      keepFile(await fetched(language));
    },
  });
  const print = useMutation({
    // Opened at once, because a window that is opened after waiting is taken for an advertisement and kept shut.
    mutationFn: async (page: Window | null) => {
      const { content } = await fetched(first);
      page?.location.replace(URL.createObjectURL(content));
    },
    onError: (_, page) => page?.close(),
  });
  const error = save.error ?? print.error;
  return (
    <>
      <div className={classes.decisions}>
        {languages
          .toSorted((one) => (one === first ? -1 : 1))
          .map((language) => (
            <Button
              key={language}
              variant="default"
              leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
              aria-disabled={save.isPending}
              onClick={() => save.mutate(language)}
            >
              {t(`paper.${language}`)}
            </Button>
          ))}
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} stroke={1.75} aria-hidden />}
          aria-disabled={print.isPending}
          onClick={() => print.mutate(window.open('', '_blank'))}
        >
          {t('paper.print')}
        </Button>
      </div>
      {error && <ProblemNote error={error} />}
    </>
  );
}

function Unmade({ state, ...props }: PaperProps & { readonly state: 'none' | 'waiting' }) {
  const { document, companyId, id } = props;
  const door: Door = papers[document];
  const { t } = useTranslation();
  const may = useMay();
  const client = useQueryClient();
  const make = useMutation({
    mutationFn: async () => api(door.ask, { path: { companyId, id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: paperKey(props) }),
  });
  return (
    <>
      <p role="status">{t(`paper.${state}`)}</p>
      {may(door.may) && (
        <Button variant="default" aria-disabled={make.isPending} onClick={() => make.mutate()}>
          {t(state === 'none' ? 'paper.make' : 'paper.again')}
        </Button>
      )}
      {make.error && <ProblemNote error={make.error} />}
    </>
  );
}
