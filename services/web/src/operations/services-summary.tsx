import { IconAlertTriangle, IconCircleCheck, IconLoader2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StateChip } from '../patterns/state-chip.js';
import { formatAge, formatTimeOfDay } from '../formats/instant.js';
import { usePreferences } from '../preferences/preference-store.js';
import { isServing, isWell } from './service-health.js';
import { pollSeconds, type ObservedService } from './use-service-health.js';
import { useNow } from './use-now.js';
import classes from './services-summary.module.css';

/** After three missed answers what is shown is called old. */
const oldMs = 3 * pollSeconds * 1000;

interface ServicesSummaryProps {
  readonly services: readonly ObservedService[];
}

export function ServicesSummary({ services }: ServicesSummaryProps) {
  return (
    <div className={classes.summary}>
      {/* Spoken when it changes, so only the sentence that rarely does is inside. */}
      <div role="status">
        <Verdict services={services} />
      </div>
      <AsOf services={services} />
    </div>
  );
}

function Verdict({ services }: ServicesSummaryProps) {
  const { t } = useTranslation();
  const count = services.length;
  const observations = services.flatMap(({ observation }) => observation ?? []);
  if (observations.length < count) {
    return (
      <StateChip tone="neutral" icon={IconLoader2}>
        {t('status.firstReading')}
      </StateChip>
    );
  }
  const healthy = observations.filter(isWell).length;
  if (healthy === count) {
    return (
      <StateChip tone="good" icon={IconCircleCheck}>
        {t('status.allHealthy', { count })}
      </StateChip>
    );
  }
  return (
    <StateChip tone={observations.every(isServing) ? 'warning' : 'bad'} icon={IconAlertTriangle}>
      {t('status.someHealthy', { healthy, count })}
    </StateChip>
  );
}

function AsOf({ services }: ServicesSummaryProps) {
  const { t } = useTranslation();
  const { language } = usePreferences();
  const now = useNow();
  const times = services.flatMap(({ observation }) => observation?.reading.at ?? []);
  if (times.length === 0) return null;
  const oldest = Math.min(...times);
  const time = formatTimeOfDay(oldest);
  const isOld = now - oldest > oldMs;
  return (
    <span className={`numbers ${classes.asOf}`} data-old={isOld || undefined}>
      {isOld ? t('status.old', { time, age: formatAge(now - oldest, language) }) : t('status.asOf', { time })}
    </span>
  );
}
