import { IconWifiOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatTimeOfDay } from '../formats/instant.js';
import { useOfflineSince } from './connection.js';
import classes from './offline-bar.module.css';

export function OfflineBar() {
  const { t } = useTranslation();
  const since = useOfflineSince();
  return (
    <div role="status">
      {since !== undefined && (
        <p className={classes.bar}>
          <IconWifiOff size={20} stroke={1.75} aria-hidden />
          {t('offline', { time: formatTimeOfDay(since) })}
        </p>
      )}
    </div>
  );
}
