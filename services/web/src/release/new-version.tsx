import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsOutdated } from './releases.js';
import classes from './new-version.module.css';

/** Offered, never forced: what somebody is writing is theirs to save first. */
export function NewVersion() {
  const { t } = useTranslation();
  const isOutdated = useIsOutdated();
  const [isLater, setLater] = useState(false);
  return (
    <div role="status">
      {isOutdated && !isLater && (
        <div className={classes.note}>
          <IconRefresh size={20} stroke={1.75} aria-hidden />
          <p>{t('newVersion.text')}</p>
          <Button size="xs" onClick={() => location.reload()}>
            {t('newVersion.reload')}
          </Button>
          <Button size="xs" variant="default" onClick={() => setLater(true)}>
            {t('newVersion.later')}
          </Button>
        </div>
      )}
    </div>
  );
}
