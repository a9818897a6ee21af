import { Button, Popover } from '@mantine/core';
import { IconUserCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../patterns/link-button.js';
import { ProblemNote } from '../patterns/problem-note.js';
import { useMe } from '../session/me.js';
import { signOut } from '../session/sign-out.js';
import { useSession } from '../session/use-session.js';
import classes from './user-menu.module.css';

/** Who is signed in, and the way out; for everybody else the way in. */
export function UserMenu() {
  const { t } = useTranslation();
  const state = useSession();
  if (state === 'unknown') return null;
  if (state !== 'signed-out') return <Menu />;
  return (
    <LinkButton to="/sign-in" variant="default">
      {t('signIn.action')}
    </LinkButton>
  );
}

function Menu() {
  const { t } = useTranslation();
  const me = useMe();
  const [isOpen, setOpen] = useState(false);
  const [error, setError] = useState<unknown>();
  const close = () => setOpen(false);
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          className={classes.opener}
          aria-label={me ? `${me.person.name}, ${t('user.menu')}` : t('user.menu')}
          leftSection={<IconUserCircle size={20} stroke={1.75} aria-hidden />}
          onClick={() => setOpen((open) => !open)}
        >
          <span className={classes.name}>{me?.person.name}</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.menu} aria-label={t('user.menu')}>
        <p className={classes.who}>
          <strong>{me?.person.name}</strong>
          <span>{me?.person.email}</span>
        </p>
        {/* While one acts as somebody else their account is closed, and leaving begins with stopping. */}
        {!me?.actedBy && (
          <>
            <Link to="/profile" className={classes.item} onClick={close}>
              {t('menu.profile')}
            </Link>
            <Link to="/security" className={classes.item} onClick={close}>
              {t('menu.security')}
            </Link>
            <button type="button" className={classes.item} onClick={() => void signOut().catch(setError)}>
              {t('user.signOut')}
            </button>
          </>
        )}
        {error !== undefined && <ProblemNote error={error} />}
      </Popover.Dropdown>
    </Popover>
  );
}
