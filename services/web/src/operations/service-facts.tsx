import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleHalf2,
  IconCircleX,
  IconLoader2,
  IconPlugConnectedX,
  type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { common, ServiceName } from '@dhanman/client';
import { formatTimeOfDay } from '../formats/instant.js';
import { usePreferences } from '../preferences/preference-store.js';
import { StateChip } from '../patterns/state-chip.js';
import type { Tone } from '../theme/tokens.js';
import type { HealthState, Observation } from './service-health.js';
import classes from './service-facts.module.css';

interface Fact {
  readonly observation: Observation | undefined;
}

const looks: Readonly<Record<HealthState | 'unknown', { readonly tone: Tone; readonly icon: Icon }>> = {
  healthy: { tone: 'good', icon: IconCircleCheck },
  degraded: { tone: 'warning', icon: IconCircleHalf2 },
  'not-ready': { tone: 'bad', icon: IconAlertTriangle },
  'no-answer': { tone: 'bad', icon: IconPlugConnectedX },
  unknown: { tone: 'neutral', icon: IconLoader2 },
};

export function ServiceTitle({ name }: { readonly name: ServiceName }) {
  const { t } = useTranslation();
  return (
    <>
      <span className={classes.name}>{t(`service.${name}.name`)}</span>
      <span className={classes.owns}>{t(`service.${name}.owns`)}</span>
    </>
  );
}

export function ServiceState({ observation }: Fact) {
  const { t } = useTranslation();
  const state = observation?.state ?? 'unknown';
  return (
    <StateChip key={observation?.since} isNew={observation?.hasChanged ?? false} {...looks[state]}>
      {t(`status.state.${state}`)}
    </StateChip>
  );
}

export function ResponseTime({ observation }: Fact) {
  const { t } = useTranslation();
  if (!observation?.reading.health) return '–';
  return t('status.milliseconds', { value: observation.reading.responseMs });
}

export function Version({ observation }: Fact) {
  return observation?.lastAnswer ? <code>{observation.lastAnswer.health.version}</code> : '–';
}

export function StateSince({ observation }: Fact) {
  const { t } = useTranslation();
  if (!observation) return '–';
  const time = formatTimeOfDay(observation.since);
  return observation.hasChanged ? time : t('status.orEarlier', { time });
}

/** What the service says of everything it needs; when it says nothing, when it last did. */
export function Dependencies({ observation }: Fact) {
  const { t } = useTranslation();
  if (!observation) return '–';
  const { reading, lastAnswer } = observation;
  if (!reading.health) {
    return (
      <span className={classes.owns}>
        {lastAnswer
          ? t('status.lastAnswer', { time: formatTimeOfDay(lastAnswer.at) })
          : t('status.neverAnswered')}
      </span>
    );
  }
  return (
    <ul className={classes.checks}>
      {Object.entries(reading.health.checks).map(([name, check]) => (
        <Dependency key={name} name={name} check={check} />
      ))}
    </ul>
  );
}

const checkIcons = { ok: IconCircleCheck, degraded: IconCircleHalf2, down: IconCircleX } as const;

function Dependency({
  name,
  check,
}: {
  readonly name: string;
  readonly check: common.Health['checks'][string];
}) {
  const { t } = useTranslation();
  const { language } = usePreferences();
  const CheckIcon = checkIcons[check.status];
  const names: Readonly<Record<string, string>> = t('status.dependency', { returnObjects: true });
  const word = t(`status.check.${check.status}`);
  // The service explains itself in English only.
  const explanation = language === 'en' ? (check.detail ?? word) : word;
  return (
    <li data-dependency={name} data-status={check.status}>
      <CheckIcon size={16} stroke={1.75} role="img" aria-label={word} />
      {names[name] ?? <code>{name}</code>}
      {check.status !== 'ok' && <strong>{explanation}</strong>}
    </li>
  );
}
