import { Button } from '@mantine/core';
import { common } from '@dhanman/client';
import { systemClock } from '@dhanman/kernel';
import { IconUserShare } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { formatInstant } from '../formats/instant.js';
import { ProblemNote } from '../patterns/problem-note.js';
import { useMe } from '../session/me.js';
import classes from './acting-bar.module.css';

/** Above every page while one acts as somebody else, so that nobody forgets whose name they work in. */
export function ActingBar() {
  const me = useMe();
  if (!me?.actedBy) return null;
  return <Bar name={me.person.name} endsAt={Date.parse(me.actedBy.endsAt)} />;
}

function Bar({ name, endsAt }: { readonly name: string; readonly endsAt: number }) {
  const { t } = useTranslation();
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    const timer = setTimeout(leave, endsAt - systemClock.now().getTime());
    return () => clearTimeout(timer);
  }, [endsAt]);
  const stop = (): void => void api(common.standInsEnd, {}).then(leave).catch(setError);
  return (
    <section className={classes.bar} aria-label={t('acting.label')}>
      <IconUserShare size={20} stroke={1.75} aria-hidden />
      <p>{t('acting.bar', { name, time: formatInstant(endsAt) })}</p>
      <Button variant="default" onClick={stop}>
        {t('acting.stop')}
      </Button>
      {error !== undefined && <ProblemNote error={error} />}
    </section>
  );
}

/** What is shown belongs to the other; the page loads anew as oneself. */
function leave(): void {
  location.assign('/people');
}
