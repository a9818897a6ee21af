import { Outlet, useRouter } from '@tanstack/react-router';
import { useEffect, useRef, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { SessionEnded } from '../account/session-ended.js';
import { session } from '../session/session.js';
import { useLive } from '../live/use-live.js';
import { KeyLayer } from '../keys/key-layer.js';
import { useNavigationForm } from './navigation-form.js';
import { ActingBar } from './acting-bar.js';
import { NoConnection } from '../errors/no-connection.js';
import { NewVersion } from '../release/new-version.js';
import { useSession } from '../session/use-session.js';
import { useOfflineSince } from './connection.js';
import { OfflineBar } from './offline-bar.js';
import { Sidebar } from './sidebar.js';
import { TopBar } from './top-bar.js';
import classes from './shell.module.css';

/** Frame around every page. */
export function Shell() {
  const { t } = useTranslation();
  const { form, canFold } = useNavigationForm();
  const content = useRef<HTMLElement>(null);
  useFocusAfterNavigation();
  useResumedSession();
  useLive();
  const skip = (event: MouseEvent) => {
    event.preventDefault();
    content.current?.focus();
  };
  return (
    <div className={classes.shell} data-form={form}>
      <a href="#content" className={classes.skip} onClick={skip}>
        {t('skipToContent')}
      </a>
      <SessionEnded />
      <KeyLayer />
      <TopBar />
      <Sidebar form={form} canFold={canFold} />
      <main ref={content} id="content" tabIndex={-1} className={classes.content}>
        <ActingBar />
        <NewVersion />
        <Content />
      </main>
    </div>
  );
}

/** Who opens the app without a connection is told so in place of a page that can know nothing. */
function Content() {
  const [state, offlineSince] = [useSession(), useOfflineSince()];
  const isLacking = state === 'unknown' && offlineSince !== undefined;
  useEffect(() => {
    if (!isLacking) return undefined;
    // The connection is back: who is here is asked from the start.
    return () => location.reload();
  }, [isLacking]);
  return (
    <>
      {!isLacking && <OfflineBar />}
      <div className={classes.page}>{isLacking ? <NoConnection /> : <Outlet />}</div>
    </>
  );
}

/** A new page starts at its heading, for the eye as for the screen reader; the first load leaves the focus alone. */
function useFocusAfterNavigation(): void {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
        if (fromLocation !== undefined && pathChanged) document.querySelector('h1')?.focus();
      }),
    [router],
  );
}

/** A page that is open to everybody still knows who is there. That nobody answers is said by what needs an answer. */
function useResumedSession(): void {
  useEffect(() => void session.resume().catch(() => undefined), []);
}
