import type { sales, ServiceName } from '@dhanman/client';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconClock,
  IconLoader2,
  IconMailX,
  IconSend,
  type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatInstant, formatTimeOfDay } from '../formats/instant.js';
import { StateChip } from '../patterns/state-chip.js';
import type { Tone } from '../theme/tokens.js';
import { sincePrevious } from './journey-times.js';
import classes from './operations.module.css';

export type Step = sales.TraceStep & { readonly service: ServiceName };

const looks: Readonly<Record<Step['what'], { readonly tone: Tone; readonly icon: Icon }>> = {
  waiting: { tone: 'progress', icon: IconClock },
  sent: { tone: 'neutral', icon: IconSend },
  handled: { tone: 'good', icon: IconCircleCheck },
  superseded: { tone: 'neutral', icon: IconCircleCheck },
  parked: { tone: 'warning', icon: IconClock },
  failed: { tone: 'warning', icon: IconAlertTriangle },
  dead: { tone: 'bad', icon: IconMailX },
  job: { tone: 'progress', icon: IconLoader2 },
};

/** In the order in which things happened, whichever service they happened in. */
export function Journey({ steps }: { readonly steps: readonly Step[] }) {
  const { t } = useTranslation();
  return (
    <ol className={`numbers ${classes.timeline}`} aria-label={t('traces.title')}>
      {sincePrevious(steps).map(({ step, sinceMs }) => (
        <li
          key={`${step.service} ${step.messageId} ${step.what} ${step.at}`}
          className={classes.step}
          data-tone={looks[step.what].tone}
        >
          <time dateTime={step.at} title={formatInstant(Date.parse(step.at))}>
            {sinceMs === undefined ? formatTimeOfDay(Date.parse(step.at)) : <Since ms={sinceMs} />}
          </time>
          <What step={step} />
        </li>
      ))}
    </ol>
  );
}

function Since({ ms }: { readonly ms: number }) {
  const { t } = useTranslation();
  if (ms < 1000) return `+${t('status.milliseconds', { value: ms })}`;
  return `+${t('traces.seconds', { value: (ms / 1000).toFixed(1) })}`;
}

function What({ step }: { readonly step: Step }) {
  const { t } = useTranslation();
  const { what, service, contract, attempts, error } = step;
  return (
    <div className={classes.what}>
      <StateChip {...looks[what]}>{t(`traces.what.${what}`)}</StateChip>
      <code>{contract}</code>
      <span className={classes.muted}>
        {t(`service.${service}.name`)}
        {attempts > 1 && ` · ${t('traces.attempts', { count: attempts })}`}
      </span>
      {error !== null && (
        <p className={classes.error} lang="en">
          {error}
        </p>
      )}
    </div>
  );
}
