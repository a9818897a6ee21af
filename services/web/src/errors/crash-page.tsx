import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { RequestRefused } from '@dhanman/client';
import { systemClock } from '@dhanman/kernel';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lastRequestId } from '../api/api.js';
import { formatInstant } from '../formats/instant.js';
import { useSession } from '../session/use-session.js';
import { NoConnection } from './no-connection.js';
import classes from './errors.module.css';

/** What is left when a page has failed; that nobody could be asked who is there is no fault of the page. */
export function CrashPage({ error }: { readonly error: unknown }) {
  return useSession() === 'unknown' ? <NoConnection /> : <Crash error={error} />;
}

/** What it means, the way out, and what support needs to find the cause. */
function Crash({ error }: { readonly error: unknown }) {
  const { t } = useTranslation();
  const [happenedAt] = useState(() => systemClock.now().getTime());
  const facts = {
    [t('crash.error')]: String(error),
    [t('crash.request')]: traceOf(error) ?? '–',
    [t('crash.time')]: formatInstant(happenedAt),
  };
  return (
    <div className={classes.crash} role="alert">
      <title>{`${t('crash.title')} – ${t('product')}`}</title>
      <h1 tabIndex={-1}>{t('crash.title')}</h1>
      <p className={classes.text}>{t('crash.text')}</p>
      <div className={classes.actions}>
        <Button onClick={() => location.reload()}>{t('crash.reload')}</Button>
        <Button component="a" href="/" variant="default">
          {t('crash.home')}
        </Button>
      </div>
      <Details facts={facts} />
    </div>
  );
}

function Details({ facts }: { readonly facts: Readonly<Record<string, string>> }) {
  const { t } = useTranslation();
  const clipboard = useClipboard();
  const lines = Object.entries(facts);
  return (
    <details className={classes.details}>
      <summary>{t('crash.details')}</summary>
      <dl>
        {lines.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>
              <code>{value}</code>
            </dd>
          </div>
        ))}
      </dl>
      <Button
        variant="default"
        onClick={() => clipboard.copy(lines.map((line) => line.join(': ')).join('\n'))}
      >
        {clipboard.copied ? t('crash.copied') : t('crash.copy')}
      </Button>
    </details>
  );
}

/** The refused request's own trace; else the last request of the page, which the servers' logs know too. */
function traceOf(error: unknown): string | undefined {
  return error instanceof RequestRefused ? error.problem.traceId : lastRequestId();
}
