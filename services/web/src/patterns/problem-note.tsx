import { Button } from '@mantine/core';
import { RequestRefused } from '@dhanman/client';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatRupees } from '../formats/amount.js';
import { usePreferences } from '../preferences/preference-store.js';
import classes from './problem-note.module.css';

interface ProblemNoteProps {
  readonly error: unknown;
  readonly retry?: () => void;
}

/** What went wrong, on this device or elsewhere, in place: in our words where we have some, else in the service's, with the number support asks for. */
export function ProblemNote({ error, retry }: ProblemNoteProps) {
  const { t } = useTranslation();
  const problem = error instanceof RequestRefused ? error.problem : undefined;
  return (
    <div className={classes.note} role="alert">
      <IconAlertTriangle size={20} stroke={1.75} aria-hidden />
      <div className={classes.text}>
        <Sentence error={error} />
        {problem !== undefined && problem.status >= 500 && (
          <p className={classes.trace}>
            {t('problem.trace')} <code>{problem.traceId}</code>
          </p>
        )}
        {retry && (
          <Button variant="default" size="xs" onClick={retry}>
            {t('problem.retry')}
          </Button>
        )}
      </div>
    </div>
  );
}

function Sentence({ error }: { readonly error: unknown }) {
  const { t } = useTranslation();
  if (!(error instanceof RequestRefused)) return <NoAnswer error={error} />;
  const { code, status, detail, details = {}, errors = [] } = error.problem;
  const sentence = ourWords(t, details)[code];
  if (sentence !== undefined) return <p>{sentence}</p>;
  if (errors.length > 0) return <p>{t('problem.fields')}</p>;
  return status >= 500 ? <p>{t('problem.failed')}</p> : <TheirWords detail={detail} />;
}

/** By code, with the numbers that the service tells. */
function ourWords(t: TFunction, details: object): Readonly<Record<string, string>> {
  const { retryAfterSeconds = 60, counted = '', limit, organization, over }: Told = details;
  const countable: Readonly<Record<string, string>> = t('problem.counted', { returnObjects: true });
  const minutes = Math.ceil(retryAfterSeconds / 60);
  return t('problem.code', {
    returnObjects: true,
    minutes,
    limit,
    organization,
    over: over === undefined ? undefined : formatRupees(over),
    counted: countable[counted],
  });
}

interface Told {
  readonly retryAfterSeconds?: number;
  readonly counted?: string;
  readonly limit?: number;
  readonly organization?: string;
  /** An amount. */
  readonly over?: string;
}

/** What this device said itself, or else that nothing was heard. */
function NoAnswer({ error }: { readonly error: unknown }) {
  const { t } = useTranslation();
  const here: Readonly<Record<string, string>> = t('problem.here', { returnObjects: true });
  return <p>{(error instanceof Error ? here[error.name] : undefined) ?? t('problem.noAnswer')}</p>;
}

/** The service speaks English; in another language we say first that it refused. */
function TheirWords({ detail }: { readonly detail: string | undefined }) {
  const { t } = useTranslation();
  const { language } = usePreferences();
  if (language === 'en') return <p>{detail}</p>;
  return (
    <p>
      {t('form.refused')} <span lang="en">{detail}</span>
    </p>
  );
}
