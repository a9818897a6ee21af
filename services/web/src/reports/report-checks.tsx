import type { common } from '@dhanman/client';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatAmount } from '../formats/amount.js';
import { StateChip } from '../patterns/state-chip.js';
import classes from './reports.module.css';

/** Whether the report ties out: what has to agree, on both sides. */
export function ReportChecks({ checks }: { readonly checks: common.Report['checks'] }) {
  const { t } = useTranslation();
  return (
    <ul className={`numbers ${classes.checks}`}>
      {checks.map(({ name, left, right, holds }) => {
        const sides = { left: formatAmount(left), right: formatAmount(right) };
        return (
          <li key={name}>
            <StateChip tone={holds ? 'good' : 'bad'} icon={holds ? IconCircleCheck : IconAlertTriangle}>
              {t(holds ? 'reports.holds' : 'reports.breaks', { what: t(`reports.check.${name}`), ...sides })}
            </StateChip>
          </li>
        );
      })}
    </ul>
  );
}
