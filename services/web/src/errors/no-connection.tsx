import { Button } from '@mantine/core';
import { IconWifiOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatTimeOfDay } from '../formats/instant.js';
import { useOfflineSince } from '../layout/connection.js';
import classes from './errors.module.css';

/** The app is here and its services are not: what that means, and nothing that could be taken for a figure. */
export function NoConnection() {
  const { t } = useTranslation();
  const since = useOfflineSince();
  return (
    <div className={classes.crash} role="alert">
      <title>{`${t('noConnection.title')} – ${t('product')}`}</title>
      <IconWifiOff size={32} stroke={1.75} aria-hidden />
      <h1 tabIndex={-1}>{t('noConnection.title')}</h1>
      <p className={classes.text}>{t('noConnection.text')}</p>
      {since !== undefined && (
        <p className={classes.text}>{t('noConnection.since', { time: formatTimeOfDay(since) })}</p>
      )}
      <div className={classes.actions}>
        <Button onClick={() => location.reload()}>{t('noConnection.retry')}</Button>
      </div>
    </div>
  );
}
