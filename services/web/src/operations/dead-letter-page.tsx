import { sales, type ServiceName } from '@dhanman/client';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { formatInstant } from '../formats/instant.js';
import { PageHeader } from '../layout/page-header.js';
import { Loaded } from '../patterns/loaded.js';
import { DeadLetterDecision } from './dead-letter-decision.js';
import { deadLettersKey } from './dead-letters-page.js';
import classes from './operations.module.css';

const route = getRouteApi('/signed-in-only/dead-letters/$service/$id');

/** One letter with everything that came with it, and what can be done about it. */
export function DeadLetterPage() {
  const { t } = useTranslation();
  const { service, id } = route.useParams();
  const letter = useQuery({
    queryKey: [...deadLettersKey, service, id],
    queryFn: async ({ signal }) =>
      (await api({ ...sales.deadLettersGet, service }, { path: { id } }, { signal })).body,
  });
  return (
    <>
      <PageHeader
        title={t('deadLetters.one')}
        intro={t(`service.${service}.name`)}
        action={<DeadLetterDecision service={service} letter={letter.data} />}
      />
      <Loaded query={letter}>{(detail) => <Detail service={service} letter={detail} />}</Loaded>
    </>
  );
}

interface DetailProps {
  readonly service: ServiceName;
  readonly letter: sales.DeadLetterDetail;
}

function Detail({ letter }: DetailProps) {
  const { t } = useTranslation();
  return (
    <>
      <Facts letter={letter} />
      <h2 className={classes.section}>{t('deadLetters.history')}</h2>
      <ol lang="en">
        {letter.history.map(({ attempt, error }) => (
          <li key={attempt} value={attempt}>
            {error}
          </li>
        ))}
      </ol>
      <h2 className={classes.section}>{t('deadLetters.payload')}</h2>
      <pre className={classes.content} tabIndex={0} aria-label={t('deadLetters.payload')}>
        <code>{readable(letter.payload)}</code>
      </pre>
      <h2 className={classes.section}>{t('deadLetters.envelope')}</h2>
      <pre className={classes.content} tabIndex={0} aria-label={t('deadLetters.envelope')}>
        <code>{JSON.stringify(letter.envelope, null, 2)}</code>
      </pre>
    </>
  );
}

function Facts({ letter }: Pick<DetailProps, 'letter'>) {
  const { t } = useTranslation();
  const { contract, queue, reason, correlationId, attempts, diedAt, state, decidedBy, decision } = letter;
  return (
    <dl className={`numbers ${classes.facts}`}>
      <dt>{t('deadLetters.message')}</dt>
      <dd>
        <code>{contract}</code>
      </dd>
      <dt>{t('deadLetters.queue')}</dt>
      <dd>
        <code>{queue}</code>
      </dd>
      <dt>{t('deadLetters.reason')}</dt>
      <dd lang="en">{reason}</dd>
      <dt>{t('deadLetters.attempts')}</dt>
      <dd>{attempts}</dd>
      <dt>{t('deadLetters.diedAt')}</dt>
      <dd>{formatInstant(Date.parse(diedAt))}</dd>
      <dt>{t('deadLetters.state')}</dt>
      <dd>
        {t(`deadLetters.states.${state}`)}
        {decision !== null && ` · ${decision}`}
        {decidedBy !== null && (
          <>
            {' · '}
            <code>{decidedBy}</code>
          </>
        )}
      </dd>
      <dt>{t('traces.title')}</dt>
      <dd>
        <Link to="/traces" search={{ id: correlationId }}>
          <code>{correlationId}</code>
        </Link>
      </dd>
    </dl>
  );
}

/** A payload need not be JSON: that may be the very reason why it lies here. */
function readable(payload: string): string {
  try {
    return JSON.stringify(JSON.parse(payload), null, 2);
  } catch {
    return payload;
  }
}
